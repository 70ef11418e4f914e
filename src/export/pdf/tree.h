/* The structure tree as PDF has it: elements with their marks and annotations.
 * Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_TREE_H
#define JIKJI_EXPORT_PDF_TREE_H

#include "export/pdf/document.h"

typedef struct TreeNode TreeNode;

/* One of: a node, a mark on a page, an annotation on a page. */
typedef struct TreeKid {
  TreeNode *node;
  int page, mcid;
  int annotation; /* object number; 0: none */
} TreeKid;

struct TreeNode {
  const Element *element; /* NULL for a link that we had to add */
  ElementRole role;
  TreeNode *parent; /* NULL for the root */
  List(TreeKid) kids;
  int number; /* of its object */
  int page;   /* of its first mark or annotation; -1: none */
  CellScope scope;
  Str id;      /* unique in the document, or empty */
  Rect bounds; /* of figures, on the page `bounds_page` */
  int bounds_page;
};

typedef List(TreeNode *) TreeNodes;

typedef struct PdfTree {
  TreeNodes nodes;      /* all of them, parents first */
  TreeNode **of_leaves; /* the nodes that have the marks, as the leaves' list */
  TreeNode **of_annotations;
  GHashTable *of_elements; /* Element -> TreeNode */
} PdfTree;

/* Every mark belongs to one node afterwards; NULL after an error. */
PdfTree *pdf_tree(PdfDocument *document);

/* The id that an element got in the file; empty: none. */
Str pdf_tree_id(const PdfTree *tree, const Element *element);

/* mend.c: roles that PDF/UA allows where the author's do not stand right. */
void pdf_mend(PdfTree *tree);

#endif
