/* Placeholder until the folder has files. */
typedef int article_placeholder;
