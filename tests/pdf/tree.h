/* The structure tree of a PDF file (ISO 32000-1, 14.7). */
#ifndef JIKJI_TESTS_PDF_TREE_H
#define JIKJI_TESTS_PDF_TREE_H

#include "model.h"

/* A mark or an annotation that an element holds. */
typedef struct NodeContent {
  const char *page; /* reference, or NULL when none is told */
  int mcid;         /* -1: an annotation */
  const char *annotation;
} NodeContent;

typedef struct StructureNode {
  const char *reference;
  json_t *element;
  const char *role; /* standard type, after the role map; "" unknown */
  int parent;       /* index, -1: the root */
  List(int) kids;   /* indices */
  List(NodeContent) contents;
} StructureNode;

typedef struct StructureTree {
  List(StructureNode) nodes; /* in reading order */
  bool has_cycle;
} StructureTree;

StructureTree *tree_read(Arena *arena, const PdfModel *model);

/* What an element's attributes of an owner ("/Table") hold under a key. */
json_t *tree_attribute(const PdfModel *model, const StructureNode *node,
                       const char *owner, const char *key);

/* "THead&TBody": the roles of a node's kids. */
Str tree_kid_roles(Arena *arena, const StructureTree *tree,
                   const StructureNode *node);

/* The role of the node above; "" at the top. */
const char *tree_parent_role(const StructureTree *tree,
                             const StructureNode *node);

bool tree_is_standard(const char *role);

#endif
