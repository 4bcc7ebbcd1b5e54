package io.lifeboat.detector.signal;

import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.detector.dispatch.Draft;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.List;

/**
 * All signals of one application at one moment, ready to be told at a later one.
 *
 * @param id the message's id
 * @param application the application
 * @param planRevision the revision the watches are of
 * @param standpoint who looked
 * @param sequence its number
 * @param view whether the detector believed its eyes
 * @param judgements one for each watch and region
 */
public record SnapshotDraft(
        String id,
        String application,
        int planRevision,
        Standpoint standpoint,
        long sequence,
        Eyesight.View view,
        List<Judgement> judgements)
        implements Draft {

    public SnapshotDraft {
        judgements = List.copyOf(judgements);
    }

    @Override
    public SignalSnapshot at(Moment now, Instant sentAt) {
        return new SignalSnapshot(
                application,
                planRevision,
                standpoint.vantage(),
                standpoint.region(),
                standpoint.detector(),
                standpoint.bootId(),
                sequence,
                sentAt,
                view.sight(),
                view.reason().orElse(null),
                judgements.stream().map(judgement -> judgement.at(now, view)).toList());
    }
}
