/* clock: time that only goes forward. */
#ifndef ORI_CLOCK_H
#define ORI_CLOCK_H

#include <stdint.h>

/* Microseconds since some moment in the past; 0 if the system does not tell, asked twice. */
int64_t clock_us(void);

#endif
