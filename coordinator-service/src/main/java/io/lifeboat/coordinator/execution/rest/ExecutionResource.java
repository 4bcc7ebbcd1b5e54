package io.lifeboat.coordinator.execution.rest;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.act.Said;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.IncidentCommander;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.IllegalVerbException;
import io.lifeboat.coordinator.execution.verb.NoSuchStepException;
import io.lifeboat.coordinator.execution.verb.Pause;
import io.lifeboat.coordinator.execution.verb.Resume;
import io.lifeboat.coordinator.execution.verb.RetryStep;
import io.lifeboat.coordinator.execution.verb.SamePersonException;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import io.lifeboat.coordinator.execution.verb.StepDone;
import io.lifeboat.coordinator.execution.verb.Supersede;
import io.lifeboat.coordinator.execution.verb.Verb;
import io.lifeboat.coordinator.execution.verb.Verbs;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Reads executions, and takes what people say to them. Every verb answers the execution as it stands afterwards. */
@Path("/executions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExecutionResource {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Transactions transactions;
    private final ExecutionRepository repository;
    private final Verbs verbs;
    private final IncidentCommander commander;
    private final ExecutionPolicy policy;

    ExecutionResource(
            Transactions transactions,
            ExecutionRepository repository,
            Verbs verbs,
            IncidentCommander commander,
            ExecutionPolicy policy) {
        this.transactions = transactions;
        this.repository = repository;
        this.verbs = verbs;
        this.commander = commander;
        this.policy = policy;
    }

    /** How it stands. */
    @GET
    public Uni<ExecutionView> read(@PathParam("id") String id) {
        return transactions.run(() -> repository.find(id)).map(found -> found.map(ExecutionView::of)
                .orElseThrow(() -> noExecution(id)));
    }

    /** Start nothing more; the answer says what is done, what still runs and the next safe verb. */
    @POST
    @Path("abort")
    public Uni<ExecutionView> abort(@PathParam("id") String id, @Nullable Said said) {
        return say(id, new Abort(Said.act(said)));
    }

    /** Start no new step until someone resumes it. */
    @POST
    @Path("pause")
    public Uni<ExecutionView> pause(@PathParam("id") String id, @Nullable Said said) {
        return say(id, new Pause(Said.act(said)));
    }

    /** Go on. */
    @POST
    @Path("resume")
    public Uni<ExecutionView> resume(@PathParam("id") String id, @Nullable Said said) {
        return say(id, new Resume(Said.act(said)));
    }

    /** Have another execution in its place as soon as its steps are known; only the commander may, where there is one. */
    @POST
    @Path("supersede")
    public Uni<ExecutionView> supersede(@PathParam("id") String id, @Nullable Superseding said) {
        Act act = Superseding.act(said);
        Supersede verb = new Supersede(act, Superseding.after(said, policy.knownWithin()));
        return transactions
                .run(() -> repository
                        .find(id)
                        .map(found -> found.orElseThrow(() -> noExecution(id)))
                        .chain(stored ->
                                mayBeSupersededBy(act, stored.execution().ref())))
                .chain(() -> say(id, verb));
    }

    /** Another attempt at a step. */
    @POST
    @Path("steps/{step}/retry")
    public Uni<ExecutionView> retry(@PathParam("id") String id, @PathParam("step") String step, @Nullable Said said) {
        return say(id, new RetryStep(step, Said.act(said)));
    }

    /** Go on without a step. */
    @POST
    @Path("steps/{step}/skip")
    public Uni<ExecutionView> skip(@PathParam("id") String id, @PathParam("step") String step, @Nullable Said said) {
        return say(id, new SkipStep(step, Said.act(said)));
    }

    /** A person has done a step, or seen that it is so, or answers yes to its question. */
    @POST
    @Path("steps/{step}/done")
    public Uni<ExecutionView> done(@PathParam("id") String id, @PathParam("step") String step, @Nullable Said said) {
        return say(id, new StepDone(step, Said.act(said)));
    }

    private Uni<ExecutionView> say(String id, Verb verb) {
        return verbs.say(id, verb)
                .onFailure(IllegalVerbException.class)
                .transform(failure -> illegal((IllegalVerbException) failure))
                .onFailure(NoSuchStepException.class)
                .transform(failure -> noStep((NoSuchStepException) failure))
                .onFailure(SamePersonException.class)
                .transform(failure -> samePerson((SamePersonException) failure))
                .chain(() -> read(id));
    }

    private Uni<Void> mayBeSupersededBy(Act act, ExecutionRef ref) {
        if (ref.mode() != Mode.LIVE || ref.isPlannedByPeople()) {
            throw new ProblemException(
                    CONFLICT,
                    "There is no incident to go on with",
                    "execution " + ref.executionId() + " was opened without one",
                    "id",
                    "abort it; a disaster takes its place by itself, or once it is declared: POST /incidents");
        }
        return commander
                .of(ref.incidentId())
                .invoke(known -> known.filter(who -> !who.equals(act.who())).ifPresent(who -> {
                    throw new ProblemException(
                            CONFLICT,
                            "Only the commander may do this",
                            who + " commands the incident",
                            "/who",
                            "ask %s, or to have it handed over: POST /incidents/%s/commander/hand-over"
                                    .formatted(who, ref.incidentId()));
                }))
                .replaceWithVoid();
    }

    private static ProblemException samePerson(SamePersonException same) {
        return new ProblemException(
                CONFLICT,
                "It takes another person",
                String.valueOf(same.getMessage()),
                "/who",
                "have another person look at the resource, and say done or skip");
    }

    private static ProblemException noExecution(String id) {
        return new ProblemException(
                NOT_FOUND,
                "No such execution",
                "there is no execution " + id,
                "id",
                "take an executionId from GET /incidents/{id}");
    }

    private static ProblemException noStep(NoSuchStepException unknown) {
        return new ProblemException(
                NOT_FOUND,
                "No such step",
                String.valueOf(unknown.getMessage()),
                "step",
                "take one of " + String.join(", ", unknown.known()));
    }

    private static ProblemException illegal(IllegalVerbException illegal) {
        return new ProblemException(
                CONFLICT,
                "The execution cannot do this now",
                String.valueOf(illegal.getMessage()),
                null,
                illegal.legal().isEmpty()
                        ? "it has ended; nothing may be said to it any more"
                        : "legal now: " + String.join(", ", illegal.legal()));
    }
}
