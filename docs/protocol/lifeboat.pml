/*
 * Slots, epochs, leases and take-over: docs/protocol.md as a model for Spin.
 *
 * Two executions of one application after another, each with a step that cannot be taken back (promote) and one that may be
 * repeated (scale); the coordinators, two executors, AWS, and a person. At any point a process crashes or stalls past its
 * lease, a message comes late, twice or out of order, a call times out before or after AWS carried it out.
 *
 * Every database transaction is one atomic step, for that is what it is. A coordinator keeps nothing between two of them, and
 * neither does an executor's intake of commands: two of these are as one here. Messages lie where they were sent, to be taken
 * any number of times in any order; a taking that the rules make empty is not a step. Time appears only as what it forces: a
 * lease runs out, a settle time is over, an answer is fresh, each only where the rules and assumptions let it.
 *
 * Each -D switches one rule or assumption off, and must be found wrong; docs/protocol/check lists them.
 */

/* How many of these happen in one history, in any mixture: an executor dies; one stands still until its permit or its lease is
   over; a call times out; AWS refuses a call, a throttled one for example. */
#ifndef FAULTS
#define FAULTS 2
#endif

/* Which of the four steps there are, by bits. */
#ifndef STEPS
#define STEPS 15
#endif
#define has(r) ((STEPS >> (r)) & 1)

#define NOBODY 2
#define NONE 4

/* A step's number is 2 * execution + 0 (promote) or 1 (scale); its run has the same number. */
#define epoch(r) ((r) / 2)
#define promotes(r) ((r) % 2 == 0)
#define promoteOf(e) (2 * (e))
#define scaleOf(e) (2 * (e) + 1)

mtype:execution = { unopened, open, aborting, closed };
mtype:step = { commanded, indeterminate, needsPerson, failed, endedWell };
/* Sent: applied or indeterminate, for the world is looked at in either. */
mtype:progress = { unknown, accepted, intended, sent, ended };
mtype:phase = { idle, looking, judging, permitted, calling, answered };
mtype:look = { done, notStarted, blind };
mtype:answer = { yes, no, nothing };
mtype:news = { quiet, succeeded, didFail, asked };

/* The coordinators' database. The command of an attempt was sent when the step's attempt is at least that. */
mtype:execution execution[2] = unopened;
mtype:step step[4] = commanded;
byte attempt[4];
byte opened;
bool retireSent;	/* of the first execution; a person aborts that one */

/* The executors' database, with the end each run told. */
byte epochSeen;	/* one more than the highest epoch */
bool retired;
mtype:progress at[4] = unknown;
byte runAttempt[4];
mtype:news news[4] = quiet;
byte holder[4] = NOBODY;
bool leased[4];
bool waiting[4];	/* not to be claimed yet: an older epoch's calls may be under way */

/* What an executor's process knows; gone when it dies. */
mtype:phase phase[2] = idle;
byte carried[2] = NONE;
bool remembersSent[2];
mtype:look saw[2] = blind;
mtype:answer got[2] = nothing;
bool permit[2];

/* AWS. */
byte promotions;	/* state changes */
bool oldAnswer;	/* describe may still tell of the time before the promotion */
bool late[2];	/* a promotion without an answer that AWS may still carry out, by execution */
byte scaledBy;	/* one more than the execution that scaled last */

/* What the invariants speak of. */
bool sentOnce[2];	/* a promotion that was not refused was sent since the attempt began, by execution */
bool settled[2];	/* the settle time since the intent to promote is over */
byte highestSent;	/* one more than the highest epoch that sent a call */

byte faults = FAULTS;

#define isOpen(e) (execution[e] == open || execution[e] == aborting)
#define inFlight(r) (step[r] == commanded || step[r] == indeterminate)
#define answerable(r) (step[r] == indeterminate || step[r] == needsPerson || step[r] == failed)
#define runIsOpen(r) (at[r] == accepted || at[r] == intended || at[r] == sent)
#define callBy(x, r) (carried[x] == (r) && phase[x] == calling)
#define mayCall(x, r) (carried[x] == (r) && phase[x] == permitted && permit[x])
#define callUnderWay(r) (callBy(0, r) || callBy(1, r))
#define nobodyCalls(r) (!callUnderWay(r) && !mayCall(0, r) && !mayCall(1, r))
#define abandoned(x, r) (holder[r] != x || carried[x] != (r))
#define unsettled(e) ((at[promoteOf(e)] == intended || at[promoteOf(e)] == sent) && !settled[e])
#define over(e) (epochSeen > (e) + 1 || (e == 0 && retired))

/* ---- the rules that can be switched off ---- */

#ifdef NO_SLOT
#define slotIsFree true
#else
#define slotIsFree (!isOpen(0) && !isOpen(1))
#endif
#ifdef NO_EPOCH_CHECK
#define superseded(e) false
#else
#define superseded(e) over(e)
#endif
#ifdef NO_LEASE_WAIT
#define claimable(r) (runIsOpen(r) && !waiting[r] && carried[0] != (r))
#else
#define claimable(r) (runIsOpen(r) && !waiting[r] && !leased[r])
#endif
#ifdef REPEAT
#define mayChange(r) true
#else
#define mayChange(r) (!promotes(r) || !remembersSent[me])
#endif
#ifdef FRESH_ATTEMPT
#define carriedOn(r) false
#else
#define carriedOn(r) runIsOpen(r)
#endif
#ifdef NO_SLOT_WAIT
#define olderRuns(r) false
#else
#define olderRuns(r) (epoch(r) == 1 && (runIsOpen(0) || runIsOpen(1)))
#endif
#ifdef LATE_CALLS
#define landed(e) true
#else
#define landed(e) (!late[e])
#endif
#ifdef OLD_ANSWERS
#define answersFresh true
#else
#define answersFresh (!oldAnswer)
#endif

/* So much time has passed that every permit given for a run is over. */
inline permitsEnd(q) {
#ifndef LOOSE_PERMIT
	if :: carried[0] == (q) -> permit[0] = false :: else fi;
	if :: carried[1] == (q) -> permit[1] = false :: else fi;
#endif
	skip
}

/* ---- coordinators ---- */

inline command(r) {
	if
	:: has(r) -> attempt[r] = 1
	:: else -> step[r] = endedWell
	fi
}

inline openNext() {
	execution[opened] = open;
	command(promoteOf(opened)); command(scaleOf(opened));
	opened++;
	assert(!(isOpen(0) && isOpen(1)))	/* I7 */
}

inline close(e) {
	execution[e] = closed;
	step[promoteOf(e)] = endedWell; step[scaleOf(e)] = endedWell
}

/* An event counts for the attempt in flight. */
#define EVENTS(r) \
	:: atomic { inFlight(r) && news[r] != quiet && runAttempt[r] == attempt[r] -> \
		if \
		:: news[r] == succeeded -> \
			assert(!promotes(r) || promotions > 0);	/* I11 */ \
			step[r] = endedWell \
		:: news[r] == didFail -> step[r] = failed \
		:: news[r] == asked -> step[r] = needsPerson \
		fi }

/* An executor says that nobody knows, the budget is over, or nobody took the command. */
#define TIMERS(r) \
	:: atomic { isOpen(epoch(r)) && step[r] == commanded -> step[r] = indeterminate } \
	:: atomic { execution[epoch(r)] == open && step[r] == commanded && !promotes(r) && attempt[r] == 1 -> attempt[r] = 2 }

#define ENDS(e) \
	:: atomic { execution[e] == open && step[promoteOf(e)] == endedWell && step[scaleOf(e)] == endedWell -> close(e) } \
	:: atomic { execution[e] == aborting && !inFlight(promoteOf(e)) && !inFlight(scaleOf(e)) -> close(e) }

proctype Coordinators() {
end:	do
	/* The gate said proceed, at whatever time; whether the slot is free is asked under its lock. */
	:: atomic { opened < 2 && slotIsFree -> openNext() }
	EVENTS(0) EVENTS(1) EVENTS(2) EVENTS(3)
	TIMERS(0) TIMERS(1) TIMERS(2) TIMERS(3)
	ENDS(0) ENDS(1)
	od
}

/* ---- a person ---- */

/* Done or skip, whenever the verb is legal; once another attempt, and of a promotion that ended with a question or a failure
   only after seeing that it has not happened. */
#define VERBS(r) \
	:: atomic { isOpen(epoch(r)) && answerable(r) -> step[r] = endedWell } \
	:: atomic { execution[epoch(r)] == open && answerable(r) && attempt[r] == 1 && \
			(!promotes(r) || step[r] == indeterminate || promotions == 0) -> \
		attempt[r] = 2; step[r] = commanded }

proctype Person() {
end:	do
	:: atomic { execution[0] == open && !retireSent -> execution[0] = aborting; retireSent = true }
	VERBS(0) VERBS(1) VERBS(2) VERBS(3)
	od
}

/* ---- executors: the intake of commands ---- */

inline accept(r) {
	at[r] = accepted; news[r] = quiet;
	holder[r] = NOBODY; leased[r] = false;
	waiting[r] = olderRuns(r);
	if :: epochSeen < epoch(r) + 1 -> epochSeen = epoch(r) + 1 :: else fi;
	if :: promotes(r) -> settled[epoch(r)] = false; sentOnce[epoch(r)] = false :: else fi
}

/* A command that is known, or of an older attempt than one known, changes nothing. While the former attempt's run is open,
   the newer one carries it on from where it stands, once the lease is over. */
inline take(r, n) {
	runAttempt[r] = n;
	if
	:: carriedOn(r) -> holder[r] = NOBODY
	:: !carriedOn(r) && over(epoch(r)) -> at[r] = ended; news[r] = didFail
	:: !carriedOn(r) && !over(epoch(r)) -> accept(r)
	fi
}

#define COMMANDS(r) \
	:: atomic { attempt[r] >= 1 && runAttempt[r] < 1 -> take(r, 1) } \
	:: atomic { attempt[r] >= 2 && runAttempt[r] < 2 -> take(r, 2) }

proctype Intake() {
end:	do
	COMMANDS(0) COMMANDS(1) COMMANDS(2) COMMANDS(3)
	:: atomic { retireSent && !retired -> retired = true }
	od
}

/* ---- executors: a run ---- */

#define mine carried[me]
#define holds (holder[mine] == me && leased[mine] && runIsOpen(mine))

inline forget() {
	if :: holder[mine] == me -> holder[mine] = NOBODY :: else fi;
	phase[me] = idle; mine = NONE; remembersSent[me] = false; permit[me] = false;
	saw[me] = blind; got[me] = nothing
}

inline endRun(how) {
	at[mine] = ended; news[mine] = how; leased[mine] = false;
	forget()
}

/* Take-over: a call that was being sent is lost, and looked for. Of two idle executors the first may as well be the one. */
#define CLAIM(r) \
	:: atomic { phase[me] == idle && claimable(r) && (me == 0 || phase[0] != idle) -> \
		assert(nobodyCalls(r));	/* I9 */ \
		mine = r; \
		holder[r] = me; leased[r] = true; \
		if :: at[r] == intended -> at[r] = sent :: else fi; \
		remembersSent[me] = (at[r] == sent); \
		phase[me] = looking }

inline promote() {
	promotions++;
	assert(promotions <= 1);	/* I1 */
	oldAnswer = true
}

proctype Executor(byte me) {
end:	do
	CLAIM(0) CLAIM(1) CLAIM(2) CLAIM(3)

	/* Looks. After a promotion was sent only news ends the wait: it is seen, or the settle time is over. */
	:: atomic { phase[me] == looking && promotes(mine) && promotions > 0 ->
		saw[me] = done; phase[me] = judging; oldAnswer = false }
	:: atomic { phase[me] == looking && promotes(mine) && (promotions == 0 || oldAnswer) &&
			(!remembersSent[me] || settled[epoch(mine)]) ->
		saw[me] = notStarted; phase[me] = judging }
	:: atomic { phase[me] == looking && promotes(mine) && remembersSent[me] && settled[epoch(mine)] ->
		saw[me] = blind; phase[me] = judging }
	:: atomic { phase[me] == looking && !promotes(mine) ->
		if
		:: scaledBy == epoch(mine) + 1 -> saw[me] = done
		:: else -> saw[me] = notStarted
		fi;
		phase[me] = judging }

	/* That may have been long ago, and somebody else may have the run by now. */
	:: atomic { phase[me] == judging && !holds -> forget() }
	:: atomic { phase[me] == judging && holds && saw[me] == done -> endRun(succeeded) }
	:: atomic { phase[me] == judging && holds && saw[me] == blind -> endRun(asked) }
	:: atomic { phase[me] == judging && holds && saw[me] == notStarted && promotes(mine) && remembersSent[me] ->
		endRun(asked) }
	/* The budget is spent, or it was refused for good. */
	:: atomic { phase[me] == judging && holds && saw[me] == notStarted && (!promotes(mine) || !remembersSent[me]) ->
		endRun(didFail) }
	:: atomic { phase[me] == judging && holds && saw[me] == notStarted && !superseded(epoch(mine)) && mayChange(mine) ->
#ifndef NO_INTENT
		at[mine] = intended;
#endif
		if :: promotes(mine) -> settled[epoch(mine)] = false :: else fi;
		permit[me] = true; saw[me] = blind; phase[me] = permitted }

	/* Right before the call the permit is looked at. Without one nothing was sent. */
	:: atomic { phase[me] == permitted && permit[me] ->
		assert(highestSent <= epoch(mine) + 1);	/* I2 */
		highestSent = epoch(mine) + 1;
		if
		:: promotes(mine) ->
			assert(!sentOnce[epoch(mine)]);	/* I10 */
			sentOnce[epoch(mine)] = true
		:: else
		fi;
		permit[me] = false; phase[me] = calling }
	:: atomic { phase[me] == permitted && !permit[me] -> got[me] = no; phase[me] = answered }

	/* What AWS makes of it. */
	:: atomic { phase[me] == calling ->
		assert(highestSent == epoch(mine) + 1);	/* I2 */
		if :: promotes(mine) -> promote() :: else -> scaledBy = epoch(mine) + 1 fi;
		if
		:: got[me] = yes
		:: faults > 0 -> faults--; got[me] = nothing
		fi;
		phase[me] = answered }
	:: atomic { phase[me] == calling && faults > 0 ->
		faults--; got[me] = no; phase[me] = answered;
		if :: promotes(mine) -> sentOnce[epoch(mine)] = false :: else fi }
	:: atomic { phase[me] == calling && faults > 0 ->
		faults--; got[me] = nothing; phase[me] = answered;
		if
		:: true
		:: promotes(mine) -> late[epoch(mine)] = true
		fi }

	/* What came of it is written down, by whoever still has the run. */
	:: atomic { phase[me] == answered && !holds -> forget() }
	:: atomic { phase[me] == answered && holds ->
		if
		:: got[me] == no -> if :: remembersSent[me] -> at[mine] = sent :: else -> at[mine] = accepted fi
		:: else -> at[mine] = sent; remembersSent[me] = true
		fi;
		got[me] = nothing; phase[me] = looking }

	/* Dies. A call it was waiting for is on its way all the same. */
	:: atomic { phase[me] != idle && faults > 0 ->
		faults--;
		if
		:: phase[me] == calling && promotes(mine) -> late[epoch(mine)] = true
		:: phase[me] == calling && !promotes(mine) -> scaledBy = epoch(mine) + 1
		:: true
		fi;
		forget() }

#ifdef KEEP_MEMORY
	/* The sweep leases what this process carries already, and the process goes on from what it remembers. */
	:: atomic { phase[me] != idle && phase[me] != calling && runIsOpen(mine) && !leased[mine] ->
		holder[mine] = me; leased[mine] = true }
#endif
	od
}

/* ---- what time does ---- */

/* A lease runs out when its holder is gone, or stands still. By then every permit under it is over, and every call. */
#define LEASES(r) \
	:: atomic { leased[r] && !callUnderWay(r) && abandoned(0, r) && abandoned(1, r) -> leased[r] = false; permitsEnd(r) } \
	:: atomic { leased[r] && !callUnderWay(r) && !(abandoned(0, r) && abandoned(1, r)) && faults > 0 -> \
		faults--; leased[r] = false; permitsEnd(r) } \
	:: atomic { leased[r] && (mayCall(0, r) || mayCall(1, r)) && faults > 0 -> faults--; permitsEnd(r) }

/* A newer epoch waits for the permits and the settle time of what the older one has sent. */
#define WAITS(r) \
	:: atomic { waiting[r] && !callUnderWay(0) && !callUnderWay(1) && !unsettled(0) -> \
		waiting[r] = false; permitsEnd(0); permitsEnd(1) }

/* Past the settle time a call has landed or never will, and answers are fresh: assumptions A2 and A3. */
#define SETTLES(e) \
	:: atomic { unsettled(e) && !callUnderWay(promoteOf(e)) && landed(e) && answersFresh -> \
		settled[e] = true; permitsEnd(promoteOf(e)) } \
	:: atomic { late[e] -> late[e] = false; if :: promote() :: true fi }

proctype World() {
end:	do
	LEASES(0) LEASES(1) LEASES(2) LEASES(3)
	WAITS(2) WAITS(3)
	SETTLES(0) SETTLES(1)
	:: atomic { oldAnswer -> oldAnswer = false }
	od
}

/* Nothing gets stuck: when nothing more can happen, both executions are closed and no run is open. */
proctype Rest() {
	timeout ->
	assert(execution[0] == closed && execution[1] == closed);
	assert(!runIsOpen(0) && !runIsOpen(1) && !runIsOpen(2) && !runIsOpen(3))
}

init {
	atomic {
		run Coordinators(); run Person(); run Intake(); run Executor(0); run Executor(1); run World(); run Rest()
	}
}
