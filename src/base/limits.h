/* What jikji accepts at most. Every limit has a message that names it;
 * docs/limits.md is the list for readers. */
#ifndef JIKJI_BASE_LIMITS_H
#define JIKJI_BASE_LIMITS_H

enum {
  LIMIT_FILE_BYTES = 1 << 30,     /* any input file */
  LIMIT_ARTICLE_BYTES = 64 << 20, /* an article */
  LIMIT_SPEC_BYTES = 256 << 20,   /* a chart spec with its data */
  LIMIT_TREE_DEPTH = 128,         /* nesting of JSON and YAML */
  LIMIT_TREE_NODES = 50 * 1000 * 1000,
  LIMIT_YAML_ALIAS_NODES = 1000 * 1000,
  LIMIT_TABLE_ROWS = 50 * 1000 * 1000,
  LIMIT_TABLE_COLUMNS = 16384,
  LIMIT_MARKDOWN_TABLE_COLUMNS = 256,
  LIMIT_ARTICLE_DEPTH = 64, /* nesting of blocks, of emphasis */
  LIMIT_EXPRESSION_BYTES = 64 << 10,
  LIMIT_EXPRESSION_DEPTH = 200,
  LIMIT_EXPRESSION_STEPS = 1 << 24,
  LIMIT_TRANSFORM_VISITS = 1 << 30, /* of rows, by frames and loess */
  LIMIT_VIEW_DEPTH = 32,            /* nesting of chart views */
  LIMIT_PARAM_DEPTH = 32,   /* params of charts that speak of one another */
  LIMIT_FACETS = 10 * 1000, /* cells of one facet */
  LIMIT_MARKS = 10 * 1000 * 1000,
  LIMIT_TICKS = 20 * 1000,       /* of one axis, by its scale */
  LIMIT_PICTURE_SIDE_PX = 32000, /* cairo's own limit is 32767 */
  LIMIT_PICTURE_PIXELS = 1 << 28,
  LIMIT_PAGES = 100 * 1000,
  LIMIT_DIAGNOSTICS = 200 /* printed in one run; the rest is counted */
};

#endif
