/* recordname: the file name of a test file's record (ori-record(5)). */
#ifndef ORI_RECORDNAME_H
#define ORI_RECORDNAME_H

/* Names are cut so that they have no more bytes than this, ".json" included. */
enum { RECORDNAME_MAX = 205 };

/* PATH without leading "./", doubled slashes and "." as a part; two spellings of one path become one. "../" stays. The
   caller frees. */
char *recordname_normalize(const char *path);

/* The record's name for a normalized path: '/' becomes '~'; every byte but A-Z a-z 0-9 . _ -, and a leading dot,
   becomes
   "+XX"; a name that would pass 200 bytes is cut and ends in '+' and 32 hex digits of a hash of the whole path; then
   ".json". No two paths share one (two long ones only if their 128-bit hashes collide), and no name needs quoting. The
   caller frees. */
char *recordname_make(const char *path);

#endif
