/* Placeholder until the folder has files. */
typedef int frame_placeholder;
