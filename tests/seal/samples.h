/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

/* Sealed files differ each time they are made; these were made once and must open for ever. */

#define SAMPLE_PASSPHRASE "kuda terbang di atas awan"
#define SAMPLE_CONTENT "Isi cadangan.\n"
#define SAMPLE_PREFACE "ikrar-keys 1 plain\n"
#define SAMPLE_SALT "AAECAwQFBgcICQoLDA0ODw=="
#define SAMPLE_BACKUP                                                                    \
  "SUtSQVJCSzEAAQIDBAUGBwgJCgsMDQ4PVs91QjwzizSpuQ/opRjXi0YtIhBiTfi18ks+KULgGGHForVbi59n" \
  "3LdD0nmc0G6N/r+roHq/7rM4xBOl0Cwf/Nsua/HCuP8Ohp5KiBUbvF488EOjrU9eevVsr56il7X78CyWkIfW" \
  "/U697A4U8e3H48bpTPx8howICQB0s+vlA1h8995wEm08yrO0V/m9VOArGiwcIGkLm/zqrtZGD4bk56IvjD/n" \
  "ul6n3kfT7IHcwnG0fuE/W81c2+5BKrLEuXipiqloVsva"
#define SAMPLE_KEY_FILE                                                              \
  "ikrar-keys 1 argon2id AAECAwQFBgcICQoLDA0ODw== VOl0gVVwnUKO4EmwGxJdmu9Fo98O5ef/o" \
  "DHqPxMoX0IlIakeMQWmIw==\n"                                                        \
  "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg= uwPc0eIFzBAvAWAytGYJhiS5LQhTGTeN5eb" \
  "tzsEQhtq4qOfVglz8jR7UDZDGphD+uWkFghryf/LvtpwWE3p+CmvN1rq9/O02\n"                  \
  "ebVWLo/mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ= 154VXs2iSv479r151WVSfTjRCc3sST2ercm" \
  "J2m3KCVHxsyjvHNHp2qLR+qhYSX5uzoCgfYtP3B52Ucxf53ohS6xXpfTgO8xW\n"
