/* Families that are not pinned, from the system's Fontconfig. */
#include <fontconfig/fontconfig.h>

#include "text/font_set.h"

static FcFontSet *list_faces(FcConfig *config, const char *family) {
  FcPattern *wanted =
      FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_VARIABLE,
                     FcTypeBool, FcFalse, (char *)NULL);
  FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT,
                                          FC_SLANT, FC_WIDTH, (char *)NULL);
  FcFontSet *found = FcFontList(config, wanted, objects);
  FcObjectSetDestroy(objects);
  FcPatternDestroy(wanted);
  return found;
}

static int compare_faces(const void *a, const void *b) {
  FcPattern *const *left = a, *const *right = b;
  FcChar8 *left_file = NULL, *right_file = NULL;
  int left_index = 0, right_index = 0;
  FcPatternGetString(*left, FC_FILE, 0, &left_file);
  FcPatternGetString(*right, FC_FILE, 0, &right_file);
  int order = g_strcmp0((char *)left_file, (char *)right_file);
  if (order) return order;
  FcPatternGetInteger(*left, FC_INDEX, 0, &left_index);
  FcPatternGetInteger(*right, FC_INDEX, 0, &right_index);
  return (left_index > right_index) - (left_index < right_index);
}

/* Condensed and wide cuts of a family are not what its plain name means. */
static bool is_plain_width(FcPattern *pattern) {
  int width = FC_WIDTH_NORMAL;
  FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
  return width == FC_WIDTH_NORMAL;
}

static void add_face(FontStore *store, SystemFamily *family,
                     FcPattern *pattern) {
  FcChar8 *file = NULL;
  int index = 0, weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
      !is_plain_width(pattern))
    return;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
  Face *face = face_open(&store->arena, str_from((char *)file), index & 0xFFFF);
  if (!face) return;
  face->info.weight = FcWeightToOpenType(weight);
  family->faces[family->count] = face;
  family->is_italic[family->count++] = slant != FC_SLANT_ROMAN;
}

/* Where faces and Fontconfig's cache usually are. Its whole configuration is
 * fifty files of rules that choosing a family by its name does not need. */
static const char usual_folders[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

static FcConfig *open_usual_folders(void) {
  FcConfig *config = FcConfigCreate();
  FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)usual_folders,
                                 FcTrue);
  FcConfigBuildFonts(config);
  return config;
}

/* The faces of the family in the usual folders, else in those that the
 * machine's configuration names. */
static FcFontSet *look_for(const char *family, FcConfig **config) {
  *config = open_usual_folders();
  FcFontSet *found = list_faces(*config, family);
  if (found && found->nfont > 0) return found;
  if (found) FcFontSetDestroy(found);
  FcConfigDestroy(*config);
  *config = FcInitLoadConfigAndFonts();
  return *config ? list_faces(*config, family) : NULL;
}

static SystemFamily *find_family(FontStore *store, Str name) {
  SystemFamily *family = arena_new(&store->arena, SystemFamily);
  family->name = str_copy(&store->arena, name);
  FcConfig *config;
  FcFontSet *found = look_for(str_c(&store->arena, name), &config);
  if (found && found->nfont > 0) {
    qsort(found->fonts, (size_t)found->nfont, sizeof(FcPattern *),
          compare_faces);
    family->faces = arena_array(&store->arena, const Face *, found->nfont);
    family->is_italic = arena_array(&store->arena, bool, found->nfont);
    for (int i = 0; i < found->nfont; i++)
      add_face(store, family, found->fonts[i]);
  }
  if (found) FcFontSetDestroy(found);
  if (config) FcConfigDestroy(config);
  return family;
}

const SystemFamily *system_family(FontStore *store, Str name) {
  g_mutex_lock(&store->lock);
  SystemFamily *family = NULL;
  for (int i = 0; i < store->system.count && !family; i++)
    if (str_equal(store->system.items[i]->name, name))
      family = store->system.items[i];
  if (!family) {
    family = find_family(store, name);
    list_add(&store->arena, &store->system, family);
  }
  g_mutex_unlock(&store->lock);
  return family;
}
