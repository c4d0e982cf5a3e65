/*
 * The netting of core/plan in straightforward C: the yardstick of bench/plan.bench.ts.
 *
 * netting FILE reads the columns of a frame and its forecast (bench/write-columns.ts), then answers lines on standard input:
 *   plan THREADS       one full replan: total, netting, merging and CPU ms, order lines, exceptions, total quantity
 *   write FILE         writes the columns of the last plan, so that they can be compared byte for byte
 *   bandwidth THREADS  nanoseconds per 8 bytes of a sum over an array much larger than the caches
 *
 * It computes the same lines, exceptions and summaries from the same columns into the same columns. What the benchmark's
 * company does not use (fixed orders, shares, lot rules that look ahead, periodic and make-to-order items) is not
 * written; a frame with one of them is refused. Compile with -ffp-contract=off: a fused multiply-add rounds once
 * where JavaScript rounds twice.
 */
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { NOT_SET = -1, GRAINS_PER_STEP = 1000, MEAN_DAYS = 28, NODES_PER_BLOCK = 1024, LEAST_POSTPONE_DAYS = 7, MAX_THREADS = 64, FACTOR_STEPS = 17,
       STEPS_PER_FACTOR = 4 };
enum { BUY, TRANSFER, MAKE };
enum { METHOD_MIN_MAX, METHOD_REORDER_POINT, METHOD_PERIODIC, METHOD_TIME_PHASED, METHOD_MAKE_TO_ORDER, METHOD_NONE };
enum { STREAM_STATISTICAL, STREAM_OVERRIDE };
enum { STOCK_AVAILABLE = 0, STOCK_CONSIGNED_IN = 6 };
enum { SUPPLIER_BLOCKED = 2 };
enum { SUPPLY_IN_TRANSIT = 2 };
enum { LOT_FOR_LOT = 0, LOT_PERIODS = 3 };
enum { REASON_BELOW_PROTECTED_LEVEL, REASON_BELOW_MINIMUM, REASON_AT_REORDER_POINT };
enum {
  NEGATIVE_STOCK, SHORTAGE, LATE_SUPPLY, LATE_ORDER, STOCK_OUT, EXCESS, EXPIRING, NO_SOURCE, SOURCE_SHORT,
  SHORT_AFTER_CHANGE, EXPEDITE, POSTPONE, CANCEL, INCREASE
};
enum { WHEN_THERE_IS_TIME = 1, THIS_WEEK, TODAY };

static void fail(const char *what, const char *detail) {
  fprintf(stderr, "netting: %s %s\n", what, detail);
  exit(1);
}

static double read_ms(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double now_ms(void) { return read_ms(CLOCK_MONOTONIC); }

/* Time on all processors, of all threads. */
static double cpu_ms(void) { return read_ms(CLOCK_PROCESS_CPUTIME_ID); }

typedef struct {
  char name[48];
  uint32_t element_bytes, padding;
  uint64_t length;
} ColumnHeader;

#define FRAME_COLUMNS(X) \
  X(int32_t, meta) X(uint8_t, calendarOpen) X(uint16_t, siteCalendar) X(uint8_t, itemDecimals) \
  X(double, itemCost) X(double, itemPrice) X(uint8_t, supplierStatus) X(uint32_t, networkStart) X(uint32_t, nodeItem) \
  X(uint32_t, nodeSite) X(uint8_t, nodeMethod) X(double, nodeMinQty) X(double, nodeMaxQty) X(double, nodeServiceTarget) \
  X(uint8_t, nodeServiceType) X(double, nodeSafetyStock) X(double, nodeSafetyDays) X(uint8_t, nodeLotRule) \
  X(uint16_t, nodeLotPeriods) X(uint16_t, nodeFenceDays) X(uint32_t, stockStart) X(uint8_t, stockStatus) \
  X(double, stockQty) X(int32_t, stockReleaseDay) X(int32_t, stockExpiryDay) X(uint32_t, demandStart) \
  X(int32_t, demandDay) X(double, demandQty) X(uint8_t, demandHold) X(uint32_t, forecastStart) X(int32_t, forecastDay) \
  X(uint16_t, forecastDays) X(double, forecastQty) X(uint8_t, forecastStream) X(uint32_t, supplyStart) \
  X(int32_t, supplyDay) X(double, supplyQty) X(uint32_t, laneStart) X(uint8_t, laneKind) X(int32_t, laneSource) \
  X(uint16_t, laneLeadTimeDays) X(double, laneLeadTimeSd) X(uint8_t, laneWorkingDays) X(double, laneMoq) \
  X(double, laneMultiple) X(double, laneMaxQty) X(double, laneUnitCost) X(double, laneShare) X(uint16_t, laneReviewDays) \
  X(uint16_t, laneCalendar) X(int32_t, laneValidFrom) X(int32_t, laneValidTo) X(uint32_t, bomStart) X(uint32_t, bomNode) \
  X(double, bomNumerator) X(double, bomDenominator) X(int32_t, bomValidFrom) X(int32_t, bomValidTo) \
  X(uint16_t, nodeWaitDays) X(uint16_t, nodeSafetyLeadTimeDays) X(int32_t, nodeSuccessor) X(int32_t, nodeSuccessorFrom) \
  X(double, nodeHoldingRate) X(uint8_t, supplyKind) X(uint8_t, supplyStatus) X(int32_t, supplySource) \
  X(uint32_t, breakStart) X(double, breakMinQty) X(double, breakUnitCost) \
  X(double, forecastLevel) X(double, forecastSd) X(uint8_t, forecastShaped) X(double, forecastWeekly) X(float, forecastFactor)

typedef struct {
#define DECLARE(type, name) const type *name; size_t name##Length;
  FRAME_COLUMNS(DECLARE)
#undef DECLARE
  int plan_day, horizon, calendar_first, calendar_span, nodes, networks, blocks, calendars;
  /* Blocks of whole networks that threads take one after the other: block i is networks [block_start[i], block_start[i + 1]). */
  int *block_start;
  /* Per calendar: open days up to and including each day, and the open days in order. */
  int *open_count, *open_days, *open_total;
} Frame;

static void take_column(Frame *frame, const ColumnHeader *header, const void *data) {
#define TAKE(type, column) \
  if (strcmp(header->name, #column) == 0) { \
    if (header->element_bytes != sizeof(type)) fail("another element size in", header->name); \
    frame->column = data; \
    frame->column##Length = header->length; \
    return; \
  }
  FRAME_COLUMNS(TAKE)
#undef TAKE
}

static void index_calendars(Frame *frame) {
  int span = frame->calendar_span;
  frame->calendars = span == 0 ? 0 : (int)(frame->calendarOpenLength / span);
  frame->open_count = calloc((size_t)frame->calendars * span + 1, sizeof(int));
  frame->open_days = calloc((size_t)frame->calendars * span + 1, sizeof(int));
  frame->open_total = calloc(frame->calendars + 1, sizeof(int));
  for (int calendar = 0; calendar < frame->calendars; calendar++) {
    int count = 0;
    for (int index = 0; index < span; index++) {
      if (frame->calendarOpen[calendar * span + index]) {
        frame->open_days[calendar * span + count] = frame->calendar_first + index;
        count++;
      }
      frame->open_count[calendar * span + index] = count;
    }
    frame->open_total[calendar] = count;
  }
}

static void cut_blocks(Frame *frame) {
  frame->block_start = malloc((frame->networks + 2) * sizeof(int));
  frame->block_start[0] = 0;
  uint32_t first_node = 0;
  for (int network = 1; network <= frame->networks; network++) {
    uint32_t node = frame->networkStart[network];
    if (node - first_node < NODES_PER_BLOCK && network < frame->networks) continue;
    frame->block_start[++frame->blocks] = network;
    first_node = node;
  }
}

static void refuse_what_is_not_written(const Frame *frame) {
  for (int node = 0; node < frame->nodes; node++) {
    uint8_t method = frame->nodeMethod[node];
    if (method == METHOD_PERIODIC || method == METHOD_MAKE_TO_ORDER) fail("not written:", "periodic and make to order");
    uint8_t rule = frame->nodeLotRule[node];
    if (rule != LOT_FOR_LOT && rule != LOT_PERIODS) fail("not written:", "lot rules with costs");
    if (frame->nodeServiceType[node] != 0 && frame->nodeServiceTarget[node] > 0) fail("not written:", "fill rate targets");
    double target = frame->nodeServiceTarget[node];
    if (target > 0 && (target < 1e-10 || target > 1 - 1e-10)) fail("not written:", "service targets in the tails");
  }
  for (size_t lane = 0; lane < frame->laneKindLength; lane++) {
    if (frame->laneShare[lane] > 0) fail("not written:", "lanes with a share");
  }
  for (int node = 0; node < frame->nodes; node++) {
    bool has_breaks = frame->breakStart[frame->laneStart[node]] != frame->breakStart[frame->laneStart[node + 1]];
    if (has_breaks && frame->nodeHoldingRate[node] > 0) fail("not written:", "orders raised to a price break");
  }
}

static Frame read_frame(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) fail("cannot open", path);
  uint64_t count;
  if (fread(&count, sizeof count, 1, file) != 1) fail("cannot read", path);
  Frame frame = {0};
  for (uint64_t column = 0; column < count; column++) {
    ColumnHeader header;
    if (fread(&header, sizeof header, 1, file) != 1) fail("cannot read", path);
    size_t bytes = (header.length * header.element_bytes + 7) / 8 * 8;
    void *data = malloc(bytes + 8);
    if (bytes && fread(data, bytes, 1, file) != 1) fail("cannot read", path);
    take_column(&frame, &header, data);
  }
  fclose(file);
#define CHECK(type, column) \
  if (!frame.column) fail("missing column", #column);
  FRAME_COLUMNS(CHECK)
#undef CHECK
  frame.plan_day = frame.meta[0];
  frame.horizon = frame.meta[1];
  frame.calendar_first = frame.meta[2];
  frame.calendar_span = frame.meta[3];
  frame.nodes = frame.meta[4];
  frame.networks = frame.meta[5];
  cut_blocks(&frame);
  index_calendars(&frame);
  refuse_what_is_not_written(&frame);
  return frame;
}

#define ORDER_COLUMNS(X) \
  X(uint32_t, orderNode) X(int32_t, orderLane) X(uint8_t, orderKind) X(int32_t, orderSource) X(int32_t, orderDay) \
  X(int32_t, orderShipDay) X(int32_t, orderReceiptDay) X(double, orderQty) X(double, orderUnitCost) \
  X(uint16_t, orderLateDays) X(uint8_t, orderReason) X(int32_t, orderFirm)
#define EXCEPTION_COLUMNS(X) \
  X(uint32_t, exceptionNode) X(uint8_t, exceptionKind) X(int32_t, exceptionDay) X(double, exceptionQty) \
  X(double, exceptionValue) X(uint8_t, exceptionSeverity) X(int32_t, exceptionSubject) X(uint16_t, exceptionDays)
#define NODE_COLUMNS(X) \
  X(double, nodeDailyDemand) X(double, nodeWeeklySd) X(double, nodeUsable) X(double, nodeOnOrder) X(double, nodeProtected) \
  X(int32_t, nodeStockOutDay) X(double, nodeLowestBalance) X(double, nodeSurplus)
#define POSTING_COLUMNS(X) X(int32_t, next) X(uint16_t, day) X(double, grains)

#define FIELD(type, name) type *name;
#define ALLOCATE_IN_PLAN(type, name) plan->name = malloc((capacity + 1) * sizeof(type));
#define REALLOCATE(type, name) columns->name = realloc(columns->name, columns->capacity * sizeof(type));
#define GROWING(Name, COLUMNS, prefix) \
  typedef struct { \
    size_t length, capacity; \
    COLUMNS(FIELD) \
  } Name; \
  static inline void prefix##_reserve(Name *columns) { \
    if (columns->length < columns->capacity) return; \
    columns->capacity = columns->capacity ? columns->capacity * 2 : 4096; \
    COLUMNS(REALLOCATE) \
  }
GROWING(Orders, ORDER_COLUMNS, orders)
GROWING(Exceptions, EXCEPTION_COLUMNS, exceptions)
GROWING(Postings, POSTING_COLUMNS, postings)

/* The plan of the whole frame. */
typedef struct {
  size_t order_count, exception_count;
  NODE_COLUMNS(FIELD)
  uint32_t *nodeOrderStart, *nodeExceptionStart;
  ORDER_COLUMNS(FIELD)
  EXCEPTION_COLUMNS(FIELD)
} Plan;

typedef struct {
  const Frame *frame;
  Orders orders;
  Exceptions exceptions;
  Postings postings;
  int32_t *posting_head;
  /* The node in work: grains per day of the horizon. */
  double *forecast, *open_orders, *dependent, *demand, *open_supply, *adjustment, *flow, *unplanned, *level, *planned;
  int *bucket;
  int *lot_expiry, *lot_release;
  double *lot_qty;
  int *first_order_day;
  int lots, node, posting_count, unsourced_day;
  /* From this day on the successor of the item takes over. */
  int order_end;
  bool has_open, has_late_line;
  double opening, daily_demand, safety_stock, planned_total, unsourced;
  /* The order being placed, and what the balance does. */
  int lane, order_day, receipt_day;
  double lowest, lowest_surplus;
  int first_negative_day, first_negative_day_without_orders;
} Planner;

static double min_of(double a, double b) { return a < b ? a : b; }
static double max_of(double a, double b) { return a > b ? a : b; }
static int min_int(int a, int b) { return a < b ? a : b; }
static int max_int(int a, int b) { return a > b ? a : b; }

/* Halves go up, as in JavaScript. */
static double round_half_up(double x) {
  double below = floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

/* Quantities are whole numbers, so the remainder is taken in integers. */
static double round_up_to(double grains, double step) {
  if (grains <= 0) return 0;
  int64_t remainder = (int64_t)grains % (int64_t)step;
  return remainder == 0 ? grains : grains - (double)remainder + step;
}

static int ordinal_of(const Frame *frame, int calendar, int day) {
  int index = day - frame->calendar_first;
  if (index < 0) return index + 1;
  if (index >= frame->calendar_span) return frame->open_total[calendar] + index - frame->calendar_span + 1;
  return frame->open_count[calendar * frame->calendar_span + index];
}

static int day_of(const Frame *frame, int calendar, int ordinal) {
  int total = frame->open_total[calendar];
  if (ordinal < 1) return frame->calendar_first - 1 + ordinal;
  if (ordinal > total) return frame->calendar_first + frame->calendar_span - 1 + ordinal - total;
  return frame->open_days[calendar * frame->calendar_span + ordinal - 1];
}

static int last_open(const Frame *frame, int calendar, int day) {
  return day_of(frame, calendar, ordinal_of(frame, calendar, day));
}

static int next_open(const Frame *frame, int calendar, int day) {
  int ordinal = ordinal_of(frame, calendar, day);
  return day_of(frame, calendar, ordinal) == day ? day : day_of(frame, calendar, ordinal + 1);
}

static int move_open_days(const Frame *frame, int calendar, int day, int count) {
  return count == 0 ? day : day_of(frame, calendar, ordinal_of(frame, calendar, day) + count);
}

/* Whole grains of a day of a bucket, so that the days add up to the quantity. */
static double share_of_day(double quantity, int index, int days) {
  return floor(quantity * (index + 1) / days + 0.5) - floor(quantity * index / days + 0.5);
}

static void spread_row(Planner *planner, uint32_t row, bool replaces) {
  const Frame *frame = planner->frame;
  int start = frame->forecastDay[row] - frame->plan_day;
  int days = frame->forecastDays[row];
  int end = min_int(frame->horizon, start + days);
  for (int day = max_int(0, start); day < end; day++) {
    double share = share_of_day(frame->forecastQty[row], day - start, days);
    if (replaces) {
      planner->forecast[day] = share;
      planner->bucket[day] = 100000 + (int)row;
    } else {
      planner->forecast[day] += share;
    }
  }
}

static void spread_forecast(Planner *planner) {
  const Frame *frame = planner->frame;
  int horizon = frame->horizon;
  double *forecast = planner->forecast;
  double level = frame->forecastLevel[planner->node];
  memset(forecast, 0, horizon * sizeof *forecast);
  if (frame->forecastShaped[planner->node]) {
    const double *weekly = frame->forecastWeekly + (size_t)planner->node * ((horizon + 6) / 7);
    for (int day = 0; day < horizon; day++) forecast[day] = share_of_day(weekly[day / 7], day % 7, 7);
  } else if (level > 0) {
    for (int day = 0; day < 7 && day < horizon; day++) forecast[day] = share_of_day(level, day, 7);
    for (int day = 7; day < horizon; day++) forecast[day] = forecast[day - 7];
  }
  uint32_t start = frame->forecastStart[planner->node], end = frame->forecastStart[planner->node + 1];
  if (level == 0 && start == end) return;
  for (int day = 0; day < horizon; day++) planner->bucket[day] = day / 7;
  for (uint32_t row = start; row < end; row++) {
    if (frame->forecastStream[row] == STREAM_STATISTICAL) spread_row(planner, row, true);
  }
  for (uint32_t row = start; row < end; row++) {
    if (frame->forecastStream[row] == STREAM_OVERRIDE) spread_row(planner, row, true);
  }
  for (uint32_t row = start; row < end; row++) {
    if (frame->forecastStream[row] > STREAM_OVERRIDE) spread_row(planner, row, false);
  }
}

/* Takes an order out of the forecast of its bucket: its own day, then back to the first, then on to the last. */
static void consume_forecast(Planner *planner, int order_day, double quantity) {
  int bucket = planner->bucket[order_day];
  for (int day = order_day; quantity > 0 && day >= 0 && planner->bucket[day] == bucket; day--) {
    double taken = min_of(quantity, planner->forecast[day]);
    planner->forecast[day] -= taken;
    quantity -= taken;
  }
  for (int day = order_day + 1; quantity > 0 && day < planner->frame->horizon && planner->bucket[day] == bucket; day++) {
    double taken = min_of(quantity, planner->forecast[day]);
    planner->forecast[day] -= taken;
    quantity -= taken;
  }
}

static void gather_demand(Planner *planner) {
  const Frame *frame = planner->frame;
  int horizon = frame->horizon, node = planner->node;
  memset(planner->open_orders, 0, horizon * sizeof(double));
  memset(planner->dependent, 0, horizon * sizeof(double));
  spread_forecast(planner);
  for (uint32_t row = frame->demandStart[node]; row < frame->demandStart[node + 1]; row++) {
    int day = frame->demandDay[row] - frame->plan_day;
    if (frame->demandHold[row] || day >= horizon) continue;
    planner->open_orders[max_int(0, day)] += frame->demandQty[row];
    if (day >= 0) consume_forecast(planner, day, frame->demandQty[row]);
  }
  planner->posting_count = 0;
  for (int32_t row = planner->posting_head[node]; row >= 0; row = planner->postings.next[row]) {
    planner->dependent[planner->postings.day[row]] += planner->postings.grains[row];
    planner->posting_count++;
  }
  for (int day = 0; day < horizon; day++) {
    planner->demand[day] = planner->forecast[day] + planner->open_orders[day] + planner->dependent[day];
  }
}

/* Inserts a lot so that the first to expire comes first. */
static void keep_lot(Planner *planner, int expiry, int release, double quantity) {
  int at = planner->lots++;
  for (; at > 0 && planner->lot_expiry[at - 1] > expiry; at--) {
    planner->lot_expiry[at] = planner->lot_expiry[at - 1];
    planner->lot_release[at] = planner->lot_release[at - 1];
    planner->lot_qty[at] = planner->lot_qty[at - 1];
  }
  planner->lot_expiry[at] = expiry;
  planner->lot_release[at] = release;
  planner->lot_qty[at] = quantity;
}

/* An order that is overdue by more days than the node waits for one keeps nothing from being bought. */
static bool is_stale(const Planner *planner, uint32_t row) {
  int wait_days = planner->frame->nodeWaitDays[planner->node];
  return wait_days > 0 && planner->frame->supplyDay[row] < planner->frame->plan_day - wait_days;
}

static void gather_supply(Planner *planner) {
  const Frame *frame = planner->frame;
  int horizon = frame->horizon, node = planner->node;
  memset(planner->adjustment, 0, horizon * sizeof(double));
  memset(planner->open_supply, 0, horizon * sizeof(double));
  planner->opening = 0;
  planner->lots = 0;
  for (uint32_t row = frame->stockStart[node]; row < frame->stockStart[node + 1]; row++) {
    int release_day = frame->stockReleaseDay[row], expiry_day = frame->stockExpiryDay[row];
    uint8_t status = frame->stockStatus[row];
    if (release_day == NOT_SET && status != STOCK_AVAILABLE && status != STOCK_CONSIGNED_IN) continue;
    int release = release_day == NOT_SET ? 0 : max_int(0, release_day - frame->plan_day);
    int expiry = expiry_day == NOT_SET ? horizon : expiry_day - frame->plan_day;
    if (expiry <= release || release >= horizon) continue;
    if (release == 0) planner->opening += frame->stockQty[row];
    else planner->adjustment[release] += frame->stockQty[row];
    if (expiry < horizon) keep_lot(planner, expiry, release, frame->stockQty[row]);
  }
  planner->has_open = frame->supplyStart[node + 1] > frame->supplyStart[node];
  for (uint32_t row = frame->supplyStart[node]; row < frame->supplyStart[node + 1]; row++) {
    if (is_stale(planner, row)) continue;
    int day = max_int(0, frame->supplyDay[row] - frame->plan_day);
    if (day < horizon) planner->open_supply[day] += frame->supplyQty[row];
  }
}

static bool choose_lane_for_need(Planner *planner, int need_day);

/* Whether an order brings in time what is wanted on a day; then nothing waits for a later lot. */
static bool can_come_in_time(Planner *planner, int day) {
  int need_day = planner->frame->plan_day + day;
  if (planner->frame->nodeMethod[planner->node] != METHOD_TIME_PHASED || day >= planner->order_end) return false;
  return choose_lane_for_need(planner, need_day) && planner->receipt_day <= need_day;
}

static void expire_lots(Planner *planner) {
  if (planner->lots == 0) return;
  int end = min_int(planner->frame->horizon, planner->lot_expiry[planner->lots - 1] + 1);
  double undated = planner->opening;
  for (int lot = 0; lot < planner->lots; lot++) {
    if (planner->lot_release[lot] == 0) undated -= planner->lot_qty[lot];
  }
  for (int day = 0; day < end; day++) {
    double released = 0, expired = 0;
    for (int lot = 0; lot < planner->lots; lot++) {
      if (day > 0 && planner->lot_release[lot] == day) released += planner->lot_qty[lot];
      if (planner->lot_expiry[lot] == day) {
        expired += planner->lot_qty[lot];
        planner->lot_qty[lot] = 0;
      }
    }
    undated += planner->adjustment[day] - released + planner->open_supply[day];
    if (expired > 0) planner->adjustment[day] -= expired;
    double wanted = planner->demand[day] + max_of(0, -undated);
    undated = max_of(0, undated);
    for (int lot = 0; lot < planner->lots && wanted > 0; lot++) {
      if (planner->lot_release[lot] > day) continue;
      double taken = min_of(wanted, planner->lot_qty[lot]);
      planner->lot_qty[lot] -= taken;
      wanted -= taken;
    }
    undated -= wanted;
    if (undated < 0 && can_come_in_time(planner, day)) undated = 0;
  }
}

static double polynomial(const double coefficients[8], double x) {
  double sum = 0;
  for (int index = 0; index < 8; index++) sum = sum * x + coefficients[index];
  return sum;
}

/* Wichura's AS 241, without the outermost tails. */
static double normal_quantile(double probability) {
  static const double centre_above[8] = {2509.0809287301227, 33430.57558358813,  67265.7709270087,   45921.95393154987,
                                         13731.69376550946,  1971.5909503065513, 133.14166789178438, 3.3871328727963665};
  static const double centre_below[8] = {5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
                                         5394.196021424751, 687.1870074920579,  42.31333070160091, 1};
  static const double side_above[8] = {0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
                                       3.6478483247632045,    5.769497221460691,    4.630337846156546,  1.4234371107496835};
  static const double side_below[8] = {1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
                                       0.6897673349851,       1.6763848301838038,    2.053191626637759,    1};
  double x = probability - 0.5;
  if (fabs(x) <= 0.425) {
    double inside = 0.180625 - x * x;
    return x * polynomial(centre_above, inside) / polynomial(centre_below, inside);
  }
  double depth = sqrt(-log(min_of(probability, 1 - probability))) - 1.6;
  double distance = polynomial(side_above, depth) / polynomial(side_below, depth);
  return x < 0 ? -distance : distance;
}

/* What a normal safety factor becomes for the demand of a node: between two steps of its curve in a straight line. */
static double safety_factor(const Planner *planner, double k) {
  const float *curve = planner->frame->forecastFactor + (size_t)planner->node * FACTOR_STEPS;
  double place = min_of(max_of(k, 0) * STEPS_PER_FACTOR, FACTOR_STEPS - 1);
  int step = min_int((int)floor(place), FACTOR_STEPS - 2);
  double low = curve[step], high = curve[step + 1];
  return low + (place - step) * (high - low);
}

/* The calendar days a lane takes from the plan day on. */
static int calendar_lead_days(const Frame *frame, int node, uint32_t lane) {
  int lead_time = frame->laneLeadTimeDays[lane];
  if (frame->laneWorkingDays[lane] != 1) return lead_time;
  return move_open_days(frame, frame->siteCalendar[frame->nodeSite[node]], frame->plan_day, lead_time) - frame->plan_day;
}

static double safety_stock_of(const Planner *planner) {
  const Frame *frame = planner->frame;
  int node = planner->node;
  double given = frame->nodeSafetyStock[node], target = frame->nodeServiceTarget[node];
  if (given >= 0) return given;
  if (!(target > 0) || frame->nodeSafetyDays[node] > 0) return 0;
  uint32_t lane = frame->laneStart[node];
  if (lane == frame->laneStart[node + 1]) return 0;
  double daily_sd = frame->forecastSd[node] / sqrt(7);
  double lead_time_sd = max_of(0, frame->laneLeadTimeSd[lane]);
  double days = calendar_lead_days(frame, node, lane) + frame->laneReviewDays[lane];
  double mean = planner->daily_demand;
  double sigma = sqrt(days * daily_sd * daily_sd + mean * mean * lead_time_sd * lead_time_sd);
  if (sigma == 0) return 0;
  double grains = max_of(0, safety_factor(planner, normal_quantile(target)) * sigma);
  return round_up_to(round_half_up(grains), GRAINS_PER_STEP);
}

static double demand_on(const Planner *planner, int day) {
  if (day < planner->frame->horizon) return planner->demand[day];
  return planner->frame->forecastLevel[planner->node] > 0 ? round_half_up(planner->daily_demand) : 0;
}

static void add_safety_days(Planner *planner) {
  double safety_days = planner->frame->nodeSafetyDays[planner->node];
  if (!(safety_days > 0)) return;
  int whole = (int)floor(safety_days);
  double part = safety_days - whole, sum = 0;
  for (int day = 1; day <= whole; day++) sum += demand_on(planner, day);
  for (int day = 0; day < planner->frame->horizon; day++) {
    double next = demand_on(planner, day + whole + 1);
    planner->level[day] += round_half_up(sum + part * next);
    sum += next - demand_on(planner, day + 1);
  }
}

static void protect_level(Planner *planner) {
  const Frame *frame = planner->frame;
  int node = planner->node, horizon = frame->horizon, method = frame->nodeMethod[node];
  int days = min_int(MEAN_DAYS, horizon);
  double sum = 0;
  for (int day = 0; day < days; day++) sum += planner->demand[day];
  planner->daily_demand = days == 0 ? 0 : sum / days;
  planner->safety_stock = safety_stock_of(planner);
  double min = frame->nodeMinQty[node], level = planner->safety_stock;
  if (method == METHOD_MIN_MAX) {
    level = max_of(0, min);
  } else if (method == METHOD_REORDER_POINT) {
    uint32_t lane = frame->laneStart[node];
    if (min >= 0) level = min;
    else if (lane != frame->laneStart[node + 1]) {
      level += round_half_up(planner->daily_demand * (calendar_lead_days(frame, node, lane) + frame->laneReviewDays[lane]));
    }
  }
  for (int day = 0; day < horizon; day++) planner->level[day] = level;
  if (method != METHOD_MIN_MAX && method != METHOD_REORDER_POINT) add_safety_days(planner);
  for (int day = planner->order_end; day < horizon; day++) planner->level[day] = 0;
}

static bool is_usable(const Frame *frame, uint32_t lane) {
  if (frame->laneKind[lane] != BUY) return true;
  int supplier = frame->laneSource[lane];
  return supplier == NOT_SET || frame->supplierStatus[supplier] != SUPPLIER_BLOCKED;
}

static bool is_valid_on(const Frame *frame, uint32_t lane, int day) {
  int from = frame->laneValidFrom[lane], to = frame->laneValidTo[lane];
  return (from == NOT_SET || from <= day) && (to == NOT_SET || day <= to);
}

/* The first day from which each lane of the node takes orders, behind the fence; NOT_SET where the lane may not be used. */
static void open_lanes(Planner *planner) {
  const Frame *frame = planner->frame;
  uint32_t first = frame->laneStart[planner->node], end = frame->laneStart[planner->node + 1];
  int behind_fence = frame->plan_day + frame->nodeFenceDays[planner->node];
  for (uint32_t lane = first; lane < end; lane++) {
    int open_from = next_open(frame, frame->laneCalendar[lane], behind_fence);
    planner->first_order_day[lane - first] = is_usable(frame, lane) ? open_from : NOT_SET;
  }
}

static int arrival_of(const Planner *planner, uint32_t lane, int order_day) {
  const Frame *frame = planner->frame;
  int lead_time = frame->laneLeadTimeDays[lane];
  if (!frame->laneWorkingDays[lane]) return order_day + lead_time;
  return move_open_days(frame, frame->siteCalendar[frame->nodeSite[planner->node]], order_day, lead_time);
}

static int departure_for(const Planner *planner, uint32_t lane, int need_day) {
  const Frame *frame = planner->frame;
  int lead_time = frame->laneLeadTimeDays[lane], start = need_day - lead_time;
  if (frame->laneWorkingDays[lane]) {
    start = move_open_days(frame, frame->siteCalendar[frame->nodeSite[planner->node]], need_day, -lead_time);
  }
  return last_open(frame, frame->laneCalendar[lane], start);
}

/* Places on a lane, safety lead time ahead of the need; false where it may not be used on its order day. */
static bool place_for_need(Planner *planner, uint32_t lane, int need_day) {
  const Frame *frame = planner->frame;
  int open_from = planner->first_order_day[lane - frame->laneStart[planner->node]];
  if (open_from == NOT_SET) return false;
  int wanted = need_day - frame->nodeSafetyLeadTimeDays[planner->node];
  int latest = departure_for(planner, lane, wanted);
  int order_day = max_int(latest, open_from);
  planner->lane = (int)lane;
  planner->order_day = order_day;
  planner->receipt_day = order_day == latest ? wanted : max_int(wanted, arrival_of(planner, lane, order_day));
  return is_valid_on(frame, lane, order_day);
}

/* No lane takes orders yet on the day of order: the one that begins and arrives first is taken. */
static bool place_where_a_lane_begins(Planner *planner, int need_day) {
  const Frame *frame = planner->frame;
  uint32_t first = frame->laneStart[planner->node], end = frame->laneStart[planner->node + 1];
  int earliest = INT32_MAX;
  for (uint32_t lane = first; lane < end; lane++) {
    int open_from = planner->first_order_day[lane - first], begins = frame->laneValidFrom[lane];
    if (open_from == NOT_SET || begins <= max_int(open_from, departure_for(planner, lane, need_day))) continue;
    int order_day = next_open(frame, frame->laneCalendar[lane], begins);
    int receipt_day = arrival_of(planner, lane, order_day);
    if (receipt_day >= earliest || !is_valid_on(frame, lane, order_day)) continue;
    earliest = receipt_day;
    planner->lane = (int)lane;
    planner->order_day = order_day;
    planner->receipt_day = receipt_day;
  }
  return earliest < INT32_MAX;
}

/* The first lane that brings an order in time, else the one that brings it first. */
static bool choose_lane_for_need(Planner *planner, int need_day) {
  const Frame *frame = planner->frame;
  int best = NOT_SET, earliest = INT32_MAX;
  for (uint32_t lane = frame->laneStart[planner->node]; lane < frame->laneStart[planner->node + 1]; lane++) {
    if (!place_for_need(planner, lane, need_day)) continue;
    if (planner->receipt_day <= need_day) return true;
    if (planner->receipt_day >= earliest) continue;
    earliest = planner->receipt_day;
    best = (int)lane;
  }
  if (best == NOT_SET) return place_where_a_lane_begins(planner, need_day);
  if (planner->lane != best) place_for_need(planner, (uint32_t)best, need_day);
  return true;
}

/* The first lane on which an order may be placed from a day on. */
static bool choose_lane_from(Planner *planner, int day) {
  const Frame *frame = planner->frame;
  uint32_t first = frame->laneStart[planner->node], end = frame->laneStart[planner->node + 1];
  for (uint32_t lane = first; lane < end; lane++) {
    int open_from = planner->first_order_day[lane - first];
    if (open_from == NOT_SET) continue;
    int order_day = day <= open_from ? open_from : next_open(frame, frame->laneCalendar[lane], day);
    if (!is_valid_on(frame, lane, order_day)) continue;
    planner->lane = (int)lane;
    planner->order_day = order_day;
    planner->receipt_day = arrival_of(planner, lane, order_day);
    return true;
  }
  return false;
}

/* The price of the highest break that a quantity reaches, else the lane's, else the item's cost. */
static double unit_cost_for(const Planner *planner, int lane, double quantity) {
  const Frame *frame = planner->frame;
  for (uint32_t row = frame->breakStart[lane + 1]; row > frame->breakStart[lane]; row--) {
    if (frame->breakMinQty[row - 1] <= quantity) return frame->breakUnitCost[row - 1];
  }
  double cost = frame->laneUnitCost[lane];
  return cost > 0 ? cost : frame->itemCost[frame->nodeItem[planner->node]];
}

static void post(Planner *planner, uint32_t node, int day, double grains) {
  Postings *postings = &planner->postings;
  postings_reserve(postings);
  size_t row = postings->length++;
  postings->next[row] = planner->posting_head[node];
  postings->day[row] = (uint16_t)day;
  postings->grains[row] = grains;
  planner->posting_head[node] = (int32_t)row;
}

static void post_components(Planner *planner, int lane, int start_day, double quantity) {
  const Frame *frame = planner->frame;
  int day = max_int(0, start_day - frame->plan_day);
  if (day >= frame->horizon) return;
  for (uint32_t row = frame->bomStart[lane]; row < frame->bomStart[lane + 1]; row++) {
    int from = frame->bomValidFrom[row], to = frame->bomValidTo[row];
    if ((from != NOT_SET && start_day < from) || (to != NOT_SET && start_day > to)) continue;
    double numerator = frame->bomNumerator[row], denominator = frame->bomDenominator[row];
    double remainder = fmod(quantity, denominator);
    double whole = (quantity - remainder) / denominator * numerator;
    double grains = whole + ceil(remainder * numerator / denominator);
    post(planner, frame->bomNode[row], day, round_up_to(grains, GRAINS_PER_STEP));
  }
}

static void write_line(Planner *planner, double quantity, int need_day, int reason) {
  const Frame *frame = planner->frame;
  int lane = planner->lane, kind = frame->laneKind[lane], source = frame->laneSource[lane];
  int late_days = max_int(0, planner->receipt_day - frame->plan_day - need_day);
  if (late_days > 0) planner->has_late_line = true;
  Orders *orders = &planner->orders;
  orders_reserve(orders);
  size_t row = orders->length++;
  orders->orderNode[row] = (uint32_t)planner->node;
  orders->orderLane[row] = lane;
  orders->orderKind[row] = (uint8_t)kind;
  orders->orderSource[row] = kind == TRANSFER ? (int32_t)frame->nodeSite[source] : source;
  orders->orderDay[row] = planner->order_day;
  orders->orderShipDay[row] = planner->order_day;
  orders->orderReceiptDay[row] = planner->receipt_day;
  orders->orderQty[row] = quantity;
  orders->orderUnitCost[row] = unit_cost_for(planner, lane, quantity);
  orders->orderLateDays[row] = (uint16_t)late_days;
  orders->orderReason[row] = (uint8_t)reason;
  orders->orderFirm[row] = NOT_SET;
  planner->planned_total += quantity;
  int receipt = planner->receipt_day - frame->plan_day, ship = planner->order_day - frame->plan_day;
  if (receipt < frame->horizon) planner->planned[receipt] += quantity;
  if (kind == TRANSFER && ship < frame->horizon) post(planner, (uint32_t)source, ship, quantity);
  post_components(planner, lane, planner->order_day, quantity);
}

/* Minimum, multiple, whole steps, then the split at the maximum. */
static void write_lot(Planner *planner, double lot, int need_day, int reason) {
  const Frame *frame = planner->frame;
  double moq = max_of(0, frame->laneMoq[planner->lane]), multiple = frame->laneMultiple[planner->lane];
  double raised = max_of(lot, moq);
  double left = round_up_to(multiple > 0 ? round_up_to(raised, multiple) : raised, GRAINS_PER_STEP);
  double most = frame->laneMaxQty[planner->lane];
  if (multiple > 0 && most > multiple) most -= fmod(most, multiple);
  double least = multiple > 0 ? round_up_to(moq, multiple) : moq;
  for (int line = 0; left > 0; line++) {
    double quantity = most > 0 && left > most && line < 1000 ? most : max_of(left, least);
    write_line(planner, quantity, need_day, reason);
    left -= quantity;
  }
}

static void note_unsourced(Planner *planner, int day, double missing) {
  if (planner->unsourced == 0) planner->unsourced_day = day;
  planner->unsourced = max_of(planner->unsourced, missing);
}

/* Whether open supply that comes within the node's days of waiting lifts the balance again. */
static bool is_worth_waiting(const Planner *planner, int day) {
  const Frame *frame = planner->frame;
  int last = min_int(frame->horizon - 1, day + frame->nodeWaitDays[planner->node]);
  for (int later = day + 1; later <= last; later++) {
    bool is_lifted = planner->unplanned[later] + planner->planned_total >= planner->level[later];
    if (planner->open_supply[later] > 0 && is_lifted) return true;
  }
  return false;
}

static void plan_time_phased(Planner *planner) {
  const Frame *frame = planner->frame;
  int node = planner->node;
  const double *unplanned = planner->unplanned, *level = planner->level;
  for (int day = 0; day < planner->order_end; day++) {
    double placed = planner->planned_total;
    double net = level[day] - unplanned[day] - placed;
    if (net <= 0 || (planner->has_open && is_worth_waiting(planner, day))) continue;
    if (!choose_lane_for_need(planner, frame->plan_day + day)) {
      note_unsourced(planner, day, net);
      continue;
    }
    int window = frame->nodeLotRule[node] == LOT_PERIODS ? frame->nodeLotPeriods[node] : frame->laneReviewDays[planner->lane];
    int end = min_int(planner->order_end, day + max_int(1, window));
    for (int next = day + 1; next < end; next++) net = max_of(net, level[next] - unplanned[next] - placed);
    write_lot(planner, net, day, REASON_BELOW_PROTECTED_LEVEL);
  }
}

/* Whether orders go on the lane and take the same number of days whenever they are placed. */
static bool has_steady_lead_time(const Frame *frame, int node, int lane) {
  if ((uint32_t)lane != frame->laneStart[node]) return false;
  if (frame->laneWorkingDays[lane] || frame->laneCalendar[lane] || frame->nodeFenceDays[node]) return false;
  return frame->laneValidFrom[lane] == NOT_SET && frame->laneValidTo[lane] == NOT_SET;
}

/* The day up to which receipts and demand count: on which an order of a day would arrive. */
static int last_day_of_position(Planner *planner, int day, int safety_lead_days) {
  const Frame *frame = planner->frame;
  if (!choose_lane_from(planner, frame->plan_day + day)) return day;
  return min_int(frame->horizon - 1, planner->receipt_day - frame->plan_day + safety_lead_days);
}

/* Min/max (below the minimum, up to the maximum) and reorder point (at the point, by the lot). */
static void plan_position(Planner *planner, bool at_or_below) {
  const Frame *frame = planner->frame;
  int horizon = frame->horizon;
  double low = planner->level[0], fill_to = frame->nodeMaxQty[planner->node], position = planner->opening;
  int lead_days = 0, last = -1, through = -1, asked = -1, safety_lead_days = frame->nodeSafetyLeadTimeDays[planner->node];
  bool is_sourced = choose_lane_from(planner, frame->plan_day);
  if (is_sourced) lead_days = planner->receipt_day - frame->plan_day + safety_lead_days;
  bool is_steady = is_sourced && has_steady_lead_time(frame, planner->node, planner->lane);
  for (int day = 0; day < planner->order_end; day++) {
    position += planner->adjustment[day] - planner->forecast[day];
    if (is_steady) last = min_int(horizon - 1, day + lead_days);
    else last = max_int(last, last_day_of_position(planner, day, safety_lead_days));
    for (; through < last; through++) position += planner->open_supply[through + 1];
    int asked_last = at_or_below ? day : last;
    for (; asked < asked_last; asked++) position -= planner->open_orders[asked + 1] + planner->dependent[asked + 1];
    double reached = position + planner->planned_total;
    if (at_or_below ? reached > low : reached >= low) continue;
    double target = max_of(low, fill_to);
    if (!choose_lane_from(planner, frame->plan_day + day)) {
      note_unsourced(planner, day, target - reached);
      continue;
    }
    int due = next_open(frame, frame->laneCalendar[planner->lane], frame->plan_day + day);
    int need_day = arrival_of(planner, (uint32_t)planner->lane, due) - frame->plan_day;
    double lot = target - reached;
    if (fill_to <= 0 && at_or_below) {
      lot += max_of(1, round_half_up(planner->daily_demand * max_int(1, frame->laneReviewDays[planner->lane])));
    }
    int reason = at_or_below ? REASON_AT_REORDER_POINT : REASON_BELOW_MINIMUM;
    if (lot > 0) write_lot(planner, lot, need_day, reason);
  }
}

/* The balance without planned receipts. */
static void look_ahead_unplanned(Planner *planner) {
  const double *adjustment = planner->adjustment, *open_supply = planner->open_supply, *demand = planner->demand;
  const double *level = planner->level;
  double balance = planner->opening, surplus = INFINITY;
  int horizon = planner->frame->horizon, negative_day = -1;
  for (int day = 0; day < horizon; day++) planner->flow[day] = adjustment[day] + open_supply[day] - demand[day];
  for (int day = 0; day < horizon; day++) {
    balance += planner->flow[day];
    planner->unplanned[day] = balance;
    if (balance - level[day] < surplus) surplus = balance - level[day];
    if (balance < 0 && negative_day < 0) negative_day = day;
  }
  planner->lowest_surplus = surplus;
  planner->first_negative_day_without_orders = negative_day;
}

/* The balance with the planned receipts on their days. */
static void look_ahead_planned(Planner *planner) {
  const double *unplanned = planner->unplanned, *planned = planner->planned;
  double received = 0, lowest = INFINITY;
  int horizon = planner->frame->horizon, negative_day = -1;
  for (int day = 0; day < horizon; day++) {
    received += planned[day];
    double balance = unplanned[day] + received;
    if (balance < lowest) lowest = balance;
    if (balance < 0 && negative_day < 0) negative_day = day;
  }
  planner->lowest = lowest;
  planner->first_negative_day = negative_day;
}

/* Hands the demand that is left uncovered from the day of succession on to the successor at the same site. */
static void hand_to_successor(Planner *planner) {
  const Frame *frame = planner->frame;
  double planned = 0, handed = 0;
  for (int day = 0; day < frame->horizon; day++) {
    planned += planner->planned[day];
    if (day < planner->order_end) continue;
    double balance = planner->unplanned[day] + planned + handed;
    double moved = min_of(planner->demand[day], max_of(0, -balance));
    if (moved == 0) continue;
    handed += moved;
    planner->demand[day] -= moved;
    post(planner, (uint32_t)frame->nodeSuccessor[planner->node], day, moved);
  }
  if (handed > 0) look_ahead_unplanned(planner);
}

static double cost_of(const Planner *planner) {
  return max_of(0, planner->frame->itemCost[planner->frame->nodeItem[planner->node]]);
}

static double price_of(const Planner *planner) {
  double price = planner->frame->itemPrice[planner->frame->nodeItem[planner->node]];
  return price > 0 ? price : cost_of(planner);
}

static int severity_of(int day) { return day < 7 ? TODAY : day < 28 ? THIS_WEEK : WHEN_THERE_IS_TIME; }

static void add_exception_with_days(
    Planner *planner, int kind, int day, double grains, double unit_value, int severity, int subject, int days) {
  static const double grains_per_unit[] = {1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const Frame *frame = planner->frame;
  Exceptions *exceptions = &planner->exceptions;
  exceptions_reserve(exceptions);
  size_t row = exceptions->length++;
  exceptions->exceptionNode[row] = (uint32_t)planner->node;
  exceptions->exceptionKind[row] = (uint8_t)kind;
  exceptions->exceptionDay[row] = day;
  exceptions->exceptionQty[row] = grains;
  exceptions->exceptionValue[row] = grains / grains_per_unit[frame->itemDecimals[frame->nodeItem[planner->node]]] * unit_value;
  exceptions->exceptionSeverity[row] = (uint8_t)severity;
  exceptions->exceptionSubject[row] = subject;
  exceptions->exceptionDays[row] = (uint16_t)days;
}

static void add_exception(Planner *planner, int kind, int day, double grains, double unit_value, int severity, int subject) {
  add_exception_with_days(planner, kind, day, grains, unit_value, severity, subject, 0);
}

/* All lines of the node that are late, as one. */
static void find_late_orders(Planner *planner, size_t first_line) {
  const Orders *orders = &planner->orders;
  int plan_day = planner->frame->plan_day, negative = planner->first_negative_day;
  double quantity = 0;
  int longest = 0, needed = INT32_MAX;
  bool is_short = false;
  for (size_t row = first_line; row < orders->length; row++) {
    int late = orders->orderLateDays[row], receipt = orders->orderReceiptDay[row];
    if (late == 0) continue;
    quantity += orders->orderQty[row];
    longest = max_int(longest, late);
    needed = min_int(needed, receipt - late);
    if (negative >= 0 && negative < receipt - plan_day) is_short = true;
  }
  int severity = is_short ? TODAY : THIS_WEEK;
  add_exception_with_days(planner, LATE_ORDER, needed, quantity, price_of(planner), severity, NOT_SET, longest);
}

static double level_on(const Planner *planner, int day) {
  uint8_t method = planner->frame->nodeMethod[planner->node];
  return method == METHOD_MIN_MAX || method == METHOD_REORDER_POINT ? planner->safety_stock : planner->level[day];
}

/* An open order that comes before a late line from the same source could bring the line's quantity with it. */
static void advise_increase(Planner *planner, size_t first_line) {
  const Frame *frame = planner->frame;
  const Orders *orders = &planner->orders;
  int node = planner->node;
  for (size_t line = first_line; line < orders->length; line++) {
    if (orders->orderLateDays[line] == 0) continue;
    for (uint32_t row = frame->supplyStart[node + 1]; row-- > frame->supplyStart[node];) {
      bool is_same = frame->supplyKind[row] == orders->orderKind[line] && frame->supplySource[row] == orders->orderSource[line];
      int due = frame->supplyDay[row], days = orders->orderReceiptDay[line] - due;
      if (!is_same || days <= 0 || due < frame->plan_day || frame->supplyStatus[row] == SUPPLY_IN_TRANSIT) continue;
      add_exception_with_days(planner, INCREASE, due, orders->orderQty[line], price_of(planner), THIS_WEEK, (int)row, days);
      break;
    }
  }
}

/* Each open order is needed on the first day on which what comes before it no longer holds the level. */
static void advise_orders(Planner *planner, size_t first_line) {
  const Frame *frame = planner->frame;
  int node = planner->node, plan_day = frame->plan_day, horizon = frame->horizon, day = 0;
  if (!planner->has_open || horizon == 0) return;
  double balance = planner->opening + planner->flow[0] - planner->open_supply[0];
  for (uint32_t row = frame->supplyStart[node]; row < frame->supplyStart[node + 1]; row++) {
    if (is_stale(planner, row)) continue;
    double quantity = frame->supplyQty[row];
    int due = max_int(0, frame->supplyDay[row] - plan_day);
    while (day < horizon && balance >= level_on(planner, day)) {
      day++;
      if (day < horizon) balance += planner->flow[day] - planner->open_supply[day];
    }
    if (due >= horizon) return;
    bool is_movable = frame->supplyStatus[row] != SUPPLY_IN_TRANSIT;
    if (day >= horizon) {
      if (is_movable) add_exception(planner, CANCEL, plan_day + due, quantity, cost_of(planner), WHEN_THERE_IS_TIME, (int)row);
    } else if (day < due) {
      double missing = min_of(quantity, ceil(level_on(planner, day) - balance));
      int severity = day < 7 ? TODAY : THIS_WEEK;
      add_exception_with_days(planner, EXPEDITE, plan_day + day, missing, price_of(planner), severity, (int)row, due - day);
    } else if (is_movable && day - due >= LEAST_POSTPONE_DAYS) {
      add_exception_with_days(
          planner, POSTPONE, plan_day + day, quantity, cost_of(planner), WHEN_THERE_IS_TIME, (int)row, day - due);
    }
    balance += quantity;
  }
  if (planner->has_late_line) advise_increase(planner, first_line);
}

static void find_exceptions(Planner *planner, size_t first_line) {
  const Frame *frame = planner->frame;
  int node = planner->node, plan_day = frame->plan_day, horizon = frame->horizon;
  int negative = planner->first_negative_day;
  if (planner->opening < 0) {
    add_exception(planner, NEGATIVE_STOCK, plan_day, -planner->opening, cost_of(planner), TODAY, NOT_SET);
  }
  if (planner->unsourced > 0) {
    int severity = negative >= 0 ? severity_of(negative) : THIS_WEEK;
    int day = plan_day + planner->unsourced_day;
    add_exception(planner, NO_SOURCE, day, planner->unsourced, price_of(planner), severity, NOT_SET);
  }
  if (negative >= 0) {
    int kind = planner->posting_count > 0 ? SOURCE_SHORT : SHORTAGE;
    add_exception(planner, kind, plan_day + negative, -planner->lowest, price_of(planner), severity_of(negative), NOT_SET);
  }
  if (planner->opening <= 0 && planner->daily_demand > 0) {
    add_exception(planner, STOCK_OUT, plan_day, round_half_up(planner->daily_demand), price_of(planner), TODAY, NOT_SET);
  }
  for (uint32_t row = frame->supplyStart[node]; row < frame->supplyStart[node + 1]; row++) {
    if (frame->supplyDay[row] >= plan_day) break;
    int severity = planner->lowest - frame->supplyQty[row] < 0 ? TODAY : THIS_WEEK;
    add_exception(planner, LATE_SUPPLY, frame->supplyDay[row], frame->supplyQty[row], cost_of(planner), severity, (int)row);
  }
  if (planner->has_late_line) find_late_orders(planner, first_line);
  if (horizon == 0) return;
  for (int day = 0; day < horizon; day++) {
    double lost = -planner->adjustment[day];
    if (lost > 0) {
      int severity = day < 28 ? THIS_WEEK : WHEN_THERE_IS_TIME;
      add_exception(planner, EXPIRING, plan_day + day, lost, cost_of(planner), severity, NOT_SET);
    }
  }
  double surplus = min_of(planner->lowest_surplus, planner->opening - max_of(0, frame->nodeMaxQty[node]));
  if (surplus > 0) add_exception(planner, EXCESS, plan_day, surplus, cost_of(planner), WHEN_THERE_IS_TIME, NOT_SET);
  advise_orders(planner, first_line);
}

static void summarise_node(const Planner *planner, Plan *plan) {
  const Frame *frame = planner->frame;
  int node = planner->node, stock_out = planner->first_negative_day_without_orders;
  double on_order = 0;
  for (uint32_t row = frame->supplyStart[node]; row < frame->supplyStart[node + 1]; row++) on_order += frame->supplyQty[row];
  plan->nodeDailyDemand[node] = planner->daily_demand;
  plan->nodeWeeklySd[node] = frame->forecastSd[node];
  plan->nodeUsable[node] = planner->opening;
  plan->nodeOnOrder[node] = on_order;
  plan->nodeProtected[node] = frame->horizon == 0 ? 0 : planner->level[0];
  plan->nodeStockOutDay[node] = stock_out < 0 ? NOT_SET : frame->plan_day + stock_out;
  plan->nodeLowestBalance[node] = frame->horizon == 0 ? planner->opening : planner->lowest;
  double most = max_of(0, frame->nodeMaxQty[node]);
  plan->nodeSurplus[node] = frame->horizon == 0 ? 0 : max_of(0, min_of(planner->lowest_surplus, planner->opening - most));
}

static int end_of_orders(const Frame *frame, int node) {
  if (frame->nodeSuccessor[node] == NOT_SET) return frame->horizon;
  return min_int(frame->horizon, max_int(0, frame->nodeSuccessorFrom[node] - frame->plan_day));
}

static void plan_node(Planner *planner, int node) {
  const Frame *frame = planner->frame;
  int method = frame->nodeMethod[node];
  planner->node = node;
  planner->planned_total = planner->unsourced = 0;
  planner->unsourced_day = 0;
  planner->has_late_line = false;
  planner->order_end = end_of_orders(frame, node);
  memset(planner->planned, 0, frame->horizon * sizeof(double));
  gather_demand(planner);
  gather_supply(planner);
  open_lanes(planner);
  expire_lots(planner);
  protect_level(planner);
  look_ahead_unplanned(planner);
  if (method == METHOD_MIN_MAX || method == METHOD_REORDER_POINT) plan_position(planner, method == METHOD_REORDER_POINT);
  else if (method == METHOD_TIME_PHASED) plan_time_phased(planner);
  if (planner->order_end < frame->horizon) hand_to_successor(planner);
  look_ahead_planned(planner);
}

typedef struct {
  int thread;
  /* In the columns of the thread that planned it, and in the plan. */
  size_t first_order, orders, order_place;
  size_t first_exception, exceptions, exception_place;
} Block;

typedef struct {
  const Frame *frame;
  Plan *plan;
  Block *blocks;
  Planner *planners[MAX_THREADS];
  atomic_int next_block;
} Run;

typedef struct {
  Run *run;
  int thread;
} Share;

static Planner *create_planner(const Frame *frame) {
  Planner *planner = calloc(1, sizeof *planner);
  size_t days = frame->horizon + 1;
  size_t most_lots = 1, most_lanes = 1;
  for (int node = 0; node < frame->nodes; node++) {
    size_t lots = frame->stockStart[node + 1] - frame->stockStart[node];
    size_t lanes = frame->laneStart[node + 1] - frame->laneStart[node];
    if (lots > most_lots) most_lots = lots;
    if (lanes > most_lanes) most_lanes = lanes;
  }
  double **arrays[] = {&planner->forecast, &planner->open_orders, &planner->dependent, &planner->demand, &planner->open_supply,
                       &planner->adjustment, &planner->flow, &planner->unplanned, &planner->level, &planner->planned};
  for (size_t index = 0; index < sizeof arrays / sizeof *arrays; index++) *arrays[index] = calloc(days, sizeof(double));
  planner->frame = frame;
  planner->bucket = calloc(days, sizeof(int));
  planner->lot_expiry = calloc(most_lots, sizeof(int));
  planner->lot_release = calloc(most_lots, sizeof(int));
  planner->lot_qty = calloc(most_lots, sizeof(double));
  planner->first_order_day = calloc(most_lanes, sizeof(int));
  planner->posting_head = malloc((frame->nodes + 1) * sizeof(int32_t));
  return planner;
}

static void *plan_blocks(void *argument) {
  Share *share = argument;
  Run *run = share->run;
  const Frame *frame = run->frame;
  Planner *planner = run->planners[share->thread];
  planner->orders.length = planner->exceptions.length = 0;
  for (int index; (index = atomic_fetch_add(&run->next_block, 1)) < frame->blocks;) {
    Block *block = &run->blocks[index];
    *block = (Block){.thread = share->thread};
    block->first_order = planner->orders.length;
    block->first_exception = planner->exceptions.length;
    for (int network = frame->block_start[index]; network < frame->block_start[index + 1]; network++) {
      int first = (int)frame->networkStart[network], end = (int)frame->networkStart[network + 1];
      for (int node = first; node < end; node++) planner->posting_head[node] = -1;
      planner->postings.length = 0;
      for (int node = first; node < end; node++) {
        size_t first_line = planner->orders.length;
        plan_node(planner, node);
        find_exceptions(planner, first_line);
        summarise_node(planner, run->plan);
        run->plan->nodeOrderStart[node + 1] = (uint32_t)(planner->orders.length - block->first_order);
        run->plan->nodeExceptionStart[node + 1] = (uint32_t)(planner->exceptions.length - block->first_exception);
      }
    }
    block->orders = planner->orders.length - block->first_order;
    block->exceptions = planner->exceptions.length - block->first_exception;
  }
  return NULL;
}

/* Where the lines and exceptions of each block go, and room for all of them. */
static void place_blocks(Run *run) {
  Plan *plan = run->plan;
  for (int index = 0; index < run->frame->blocks; index++) {
    Block *block = &run->blocks[index];
    block->order_place = plan->order_count;
    block->exception_place = plan->exception_count;
    plan->order_count += block->orders;
    plan->exception_count += block->exceptions;
  }
  size_t capacity = plan->order_count;
  ORDER_COLUMNS(ALLOCATE_IN_PLAN)
  capacity = plan->exception_count;
  EXCEPTION_COLUMNS(ALLOCATE_IN_PLAN)
}

/* Each thread copies the blocks it planned to their place. */
static void *copy_blocks(void *argument) {
  Share *share = argument;
  Run *run = share->run;
  const Frame *frame = run->frame;
  Plan *plan = run->plan;
  const Orders *orders = &run->planners[share->thread]->orders;
  const Exceptions *exceptions = &run->planners[share->thread]->exceptions;
  for (int index = 0; index < frame->blocks; index++) {
    const Block *block = &run->blocks[index];
    if (block->thread != share->thread) continue;
#define COPY_ORDERS(type, name) \
  memcpy(plan->name + block->order_place, orders->name + block->first_order, block->orders * sizeof(type));
#define COPY_EXCEPTIONS(type, name) \
  memcpy(plan->name + block->exception_place, exceptions->name + block->first_exception, block->exceptions * sizeof(type));
    if (block->orders) { ORDER_COLUMNS(COPY_ORDERS) }
    if (block->exceptions) { EXCEPTION_COLUMNS(COPY_EXCEPTIONS) }
    uint32_t first = frame->networkStart[frame->block_start[index]], end = frame->networkStart[frame->block_start[index + 1]];
    for (uint32_t node = first; node < end; node++) {
      plan->nodeOrderStart[node + 1] += (uint32_t)block->order_place;
      plan->nodeExceptionStart[node + 1] += (uint32_t)block->exception_place;
    }
  }
  return NULL;
}

static void in_threads(int threads, void *(*work)(void *), void *shares, size_t share_bytes) {
  pthread_t others[MAX_THREADS];
  for (int thread = 1; thread < threads; thread++) {
    pthread_create(&others[thread], NULL, work, (char *)shares + thread * share_bytes);
  }
  work(shares);
  for (int thread = 1; thread < threads; thread++) pthread_join(others[thread], NULL);
}

static void release_plan(Plan *plan) {
#define FREE_COLUMN(type, name) free(plan->name);
  NODE_COLUMNS(FREE_COLUMN) ORDER_COLUMNS(FREE_COLUMN) EXCEPTION_COLUMNS(FREE_COLUMN)
  free(plan->nodeOrderStart);
  free(plan->nodeExceptionStart);
  *plan = (Plan){0};
}

/* The planners and their memory are kept from plan to plan; the plan itself is new each time, as it is handed over. */
static void plan_all(Run *run, int threads) {
  const Frame *frame = run->frame;
  release_plan(run->plan);
  double started = now_ms(), cpu_started = cpu_ms();
  size_t capacity = frame->nodes + 1;
  Plan *plan = run->plan;
  NODE_COLUMNS(ALLOCATE_IN_PLAN)
  plan->nodeOrderStart = malloc(capacity * sizeof(uint32_t));
  plan->nodeExceptionStart = malloc(capacity * sizeof(uint32_t));
  plan->nodeOrderStart[0] = plan->nodeExceptionStart[0] = 0;
  atomic_store(&run->next_block, 0);
  Share shares[MAX_THREADS];
  for (int thread = 0; thread < threads; thread++) {
    if (!run->planners[thread]) run->planners[thread] = create_planner(frame);
    shares[thread] = (Share){run, thread};
  }
  in_threads(threads, plan_blocks, shares, sizeof *shares);
  double planned = now_ms();
  place_blocks(run);
  in_threads(threads, copy_blocks, shares, sizeof *shares);
  double ended = now_ms(), cpu = cpu_ms() - cpu_started;
  double total = 0;
  for (size_t row = 0; row < plan->order_count; row++) total += plan->orderQty[row];
  printf("%.3f %.3f %.3f %.3f %zu %zu %.0f\n", ended - started, planned - started, ended - planned, cpu, plan->order_count,
         plan->exception_count, total);
}

static void write_plan(const Run *run, const char *path) {
  const Plan *plan = run->plan;
  FILE *file = fopen(path, "wb");
  if (!file) fail("cannot write", path);
  size_t length = run->frame->nodes;
#define WRITE(type, name) fwrite(plan->name, sizeof(type), length, file);
  NODE_COLUMNS(WRITE)
  length++;
  WRITE(uint32_t, nodeOrderStart)
  WRITE(uint32_t, nodeExceptionStart)
  length = plan->order_count;
  ORDER_COLUMNS(WRITE)
  length = plan->exception_count;
  EXCEPTION_COLUMNS(WRITE)
  fclose(file);
  printf("written\n");
}

typedef struct {
  const uint64_t *values;
  size_t length;
  uint64_t sum;
} Range;

static void *sum_range(void *argument) {
  Range *range = argument;
  uint64_t sum = 0;
  for (size_t index = 0; index < range->length; index++) sum += range->values[index];
  range->sum = sum;
  return NULL;
}

static void measure_bandwidth(int threads) {
  size_t length = (size_t)48 << 20;
  uint64_t *values = malloc(length * sizeof *values);
  for (size_t index = 0; index < length; index++) values[index] = index;
  Range ranges[MAX_THREADS];
  double best = INFINITY;
  for (int repetition = 0; repetition < 5; repetition++) {
    for (int thread = 0; thread < threads; thread++) {
      ranges[thread] = (Range){values + length / threads * thread, length / threads, 0};
    }
    double started = now_ms();
    in_threads(threads, sum_range, ranges, sizeof *ranges);
    best = min_of(best, now_ms() - started);
  }
  uint64_t sum = 0;
  for (int thread = 0; thread < threads; thread++) sum += ranges[thread].sum;
  printf("%.4f %llu\n", best * 1e6 / (double)length, (unsigned long long)sum);
  free(values);
}

int main(int count, char **arguments) {
  if (count != 2) fail("usage:", "netting FILE");
  Frame frame = read_frame(arguments[1]);
  Plan plan = {0};
  Run run = {.frame = &frame, .plan = &plan, .blocks = calloc(frame.blocks + 1, sizeof(Block))};
  printf("ready\n");
  fflush(stdout);
  char line[4096], word[16], rest[4000];
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "%15s %3999[^\n]", word, rest) != 2) fail("unknown line", line);
    int threads = min_int(MAX_THREADS, max_int(1, atoi(rest)));
    if (strcmp(word, "plan") == 0) plan_all(&run, threads);
    else if (strcmp(word, "write") == 0) write_plan(&run, rest);
    else if (strcmp(word, "bandwidth") == 0) measure_bandwidth(threads);
    else fail("unknown line", line);
    fflush(stdout);
  }
  return 0;
}
