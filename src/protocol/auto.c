/* auto: the protocol of a worker that reports in a frame if there is one, else in events if there is one. What is in an
   open frame is the frame's alone. */
#include <string.h>

#include "protocol/agree.h"
#include "protocol/events.h"
#include "protocol/frame.h"
#include "protocol/protocol.h"
#include "protocol/verdict.h"

struct both {
    struct frame frame;
    struct events events;
    struct buffer piece; /* what the frame lets through */
};

static void
pass_on(struct both *both, struct buffer *text)
{
    if (both->piece.size > 0)
        events_feed(&both->events, both->piece.data, both->piece.size, text);
    buffer_clear(&both->piece);
}

static void
feed(void *state, const char *bytes, size_t count, struct buffer *text)
{
    struct both *both = state;

    frame_feed(&both->frame, bytes, count, &both->piece);
    pass_on(both, text);
}

static void
finish(void *state, struct buffer *text)
{
    struct both *both = state;

    frame_finish(&both->frame, &both->piece);
    pass_on(both, text);
    events_finish(&both->events, text);
}

static bool
is_text(const void *state, const char *bytes, size_t count)
{
    const struct both *both = state;

    return protocol_events.is_text(&both->events, bytes, count) && protocol_frame.is_text(&both->frame, bytes, count);
}

static const struct protocol *
spoken(const void *state)
{
    const struct both *both = state;

    if (both->frame.is_complete)
        return &protocol_frame;
    return both->events.any ? &protocol_events : &protocol_auto;
}

/* The events are held against the frame as it stands; where they say otherwise, its status proves nothing. */
static size_t
judge_frame(struct both *both, struct summary *summary, const struct observation *seen)
{
    char *contradiction = NULL;

    if (!frame_report(&both->frame, summary, seen, both->events.is_cut))
        return 0;
    if (both->events.any && seen->ended.how == ENDED_EXITED)
        contradiction = agree_find_contradiction(summary, &both->events);
    if (contradiction != NULL)
        verdict_add_fault(summary, contradiction);
    else
        frame_hold_end(summary, seen);
    events_hold_order(summary, &both->events);
    return 0;
}

static size_t
judge(void *state, struct summary *summary, const struct observation *seen)
{
    struct both *both = state;

    if (!both->frame.is_complete && both->events.any)
        return protocol_events.judge(&both->events, summary, seen);
    return judge_frame(both, summary, seen);
}

static void
forget(void *state)
{
    struct both *both = state;

    frame_free(&both->frame);
    events_free(&both->events);
    buffer_free(&both->piece);
}

const struct protocol protocol_auto = {
    .name = "auto",
    .state_size = sizeof(struct both),
    .knows_rest = true,
    .feed = feed,
    .finish = finish,
    .is_text = is_text,
    .judge = judge,
    .spoken = spoken,
    .free = forget,
};
