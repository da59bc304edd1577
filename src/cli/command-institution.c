/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "core/grade.h"
#include "core/person-name.h"
#include "store/institution.h"

static void
put_signatory (JsonBuilder *out, const char *key, const IkrarSignatory *signatory)
{
  g_autofree char *name =
      ikrar_person_name_display (signatory->prefix, signatory->name, signatory->suffix);

  json_builder_set_member_name (out, key);
  json_builder_begin_object (out);
  ikrar_out_text (out, "name", name);
  ikrar_out_text (out, "acting", signatory->acting);
  ikrar_out_text (out, "position", signatory->position);
  ikrar_out_text (out, "on_behalf", signatory->on_behalf);
  ikrar_out_text (out, "grade", ikrar_grade_text (signatory->grade));
  ikrar_out_text (out, "number", signatory->number);
  json_builder_end_object (out);
}

static IkrarExit
show (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (IkrarInstitution) institution = NULL;
  g_autoptr (IkrarSignatory) head = NULL;
  g_autoptr (IkrarSignatory) officer = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  institution = ikrar_institution_get (cli->store, error);
  if (institution == NULL)
    return IKRAR_EXIT_NOTHING;
  head = ikrar_signatory_get (cli->store, IKRAR_SIGNATORY_HEAD, error);
  if (head == NULL)
    return IKRAR_EXIT_NOTHING;
  officer = ikrar_signatory_get (cli->store, IKRAR_SIGNATORY_OFFICER, error);
  if (officer == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "government", institution->government);
  ikrar_out_text (out, "name", institution->name);
  ikrar_out_text (out, "short_name", institution->short_name);
  ikrar_out_text (out, "address", institution->address);
  ikrar_out_text (out, "contact", institution->contact);
  ikrar_out_text (out, "city", institution->city);
  ikrar_out_text (out, "zone", ikrar_zone_word (institution->zone));
  ikrar_out_text (out, "paper", institution->paper);
  ikrar_out_text (out, "number_label", institution->number_label);
  ikrar_out_bool (out, "logo", institution->logo_id != 0);
  put_signatory (out, "head", head);
  put_signatory (out, "officer", officer);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
set_text (char **field, char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = value;
}

static gboolean
set_logo (IkrarStore *store, const char *file, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) png = NULL;
  gsize size;

  if (file == NULL)
    return TRUE;
  if (!g_file_get_contents (file, &data, &size, error))
    return FALSE;
  png = g_bytes_new_take (g_steal_pointer (&data), size);
  return ikrar_logo_set (store, png, error) != 0;
}

static IkrarExit
edit (IkrarCli *cli, int argc, char **argv, GError **error)
{
  char *texts[8] = { NULL };
  g_autofree char *zone = NULL;
  g_autofree char *logo = NULL;
  const GOptionEntry options[] = {
    { "government", 0, 0, G_OPTION_ARG_STRING, &texts[0], NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &texts[1], NULL, NULL },
    { "short-name", 0, 0, G_OPTION_ARG_STRING, &texts[2], NULL, NULL },
    { "address", 0, 0, G_OPTION_ARG_STRING, &texts[3], NULL, NULL },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &texts[4], NULL, NULL },
    { "city", 0, 0, G_OPTION_ARG_STRING, &texts[5], NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &texts[6], NULL, NULL },
    { "number-label", 0, 0, G_OPTION_ARG_STRING, &texts[7], NULL, NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, NULL, NULL },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarInstitution) institution = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  institution = ikrar_institution_get (cli->store, error);
  if (institution == NULL || (zone != NULL && !ikrar_zone_parse (zone, &institution->zone, error)))
    return IKRAR_EXIT_NOTHING;
  set_text (&institution->government, texts[0]);
  set_text (&institution->name, texts[1]);
  set_text (&institution->short_name, texts[2]);
  set_text (&institution->address, texts[3]);
  set_text (&institution->contact, texts[4]);
  set_text (&institution->city, texts[5]);
  set_text (&institution->paper, texts[6]);
  set_text (&institution->number_label, texts[7]);
  return ikrar_institution_save (cli->store, institution, error) &&
                 set_logo (cli->store, logo, error)
             ? IKRAR_EXIT_OK
             : IKRAR_EXIT_NOTHING;
}

static gboolean
parse_role (const char *word, IkrarSignatoryRole *role, GError **error)
{
  *role = g_strcmp0 (word, "officer") == 0 ? IKRAR_SIGNATORY_OFFICER : IKRAR_SIGNATORY_HEAD;
  return *role == IKRAR_SIGNATORY_OFFICER || g_strcmp0 (word, "head") == 0 ||
         ikrar_cli_usage (error, _ ("A signatory is head or officer."));
}

static void
set_name (IkrarSignatory *signatory, const char *written)
{
  g_autoptr (IkrarPersonName) name = NULL;

  if (written == NULL)
    return;
  name = ikrar_person_name_parse (written);
  set_text (&signatory->prefix, g_strdup (name->prefix));
  set_text (&signatory->name, g_strdup (name->name));
  set_text (&signatory->suffix, g_strdup (name->suffix));
}

static IkrarExit
edit_signatory (IkrarCli *cli, int argc, char **argv, GError **error)
{
  char *texts[4] = { NULL };
  g_autofree char *name = NULL;
  g_autofree char *grade_text = NULL;
  const GOptionEntry options[] = {
    { "position", 0, 0, G_OPTION_ARG_STRING, &texts[0], NULL, NULL },
    { "acting", 0, 0, G_OPTION_ARG_STRING, &texts[1], NULL, NULL },
    { "on-behalf", 0, 0, G_OPTION_ARG_STRING, &texts[2], NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &texts[3], NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &grade_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarSignatory) signatory = NULL;
  IkrarSignatoryRole role;
  IkrarGrade grade;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !parse_role (argv[1], &role, error) || ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  signatory = ikrar_signatory_get (cli->store, role, error);
  if (signatory == NULL)
    return IKRAR_EXIT_NOTHING;
  set_text (&signatory->position, texts[0]);
  set_text (&signatory->acting, texts[1]);
  set_text (&signatory->on_behalf, texts[2]);
  set_text (&signatory->number, texts[3]);
  set_name (signatory, name);
  if (grade_text != NULL)
    {
      ikrar_grade_parse (grade_text, IKRAR_NUMBER_NIP, &grade);
      signatory->grade = grade;
    }
  return ikrar_signatory_save (cli->store, signatory, error) ? IKRAR_EXIT_OK : IKRAR_EXIT_NOTHING;
}

const IkrarCommand ikrar_institution_commands[] = {
  { "institution show", "", N_ ("Show the office and who signs"), show },
  { "institution edit",
    "[--government G] [--name N] [--short-name S] [--address A] [--contact C] [--city C] "
    "[--zone WIB|WITA|WIT] [--paper F4|A4] [--number-label L] [--logo FILE.png]",
    N_ ("Set what papers say of the office"), edit },
  { "institution signatory",
    "head|officer [--name N] [--position P] [--acting Plt.] [--on-behalf A] [--grade G] "
    "[--number N]",
    N_ ("Set who signs certificates, or keeps the attendance list"), edit_signatory },
  { NULL },
};
