package org.probity.web.findings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationView;
import org.probity.documents.DocumentRow;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalView;

/** Everything the subject was asked and what they said to it, for whoever judges what was found. */
@Named
@RequestScoped
public class Replies {

    /**
     * One request with one reply, or with none.
     *
     * @param place of the request, below the case
     * @param asked key of what was asked
     * @param answer key of the answer; null where nothing came
     * @param words the subject's own, or what somebody else recorded as theirs; null where there are none
     * @param channel key of the way it came
     */
    public record Line(String place, String asked, Instant askedAt, String answer, String words, String channel, String by,
            Instant at, List<DocumentRow> files) {
    }

    @Inject
    private RemovalQueries removals;

    @Inject
    private CooperationQueries cooperations;

    private List<Line> lines;

    /** The oldest first. */
    public List<Line> of(String reference) {
        if (lines == null) {
            lines = new ArrayList<>();
            removals.of(reference).forEach(line -> removal(removals.desk(line.id())));
            cooperations.of(reference).forEach(line -> cooperation(cooperations.desk(line.id())));
            lines.sort(Comparator.comparing(Line::askedAt));
        }
        return lines;
    }

    private void removal(RemovalView.Desk desk) {
        String place = "removal/" + desk.line().id();
        String asked = "referral.kind.REMOVAL_REQUEST";
        desk.replies().forEach(reply -> lines.add(new Line(place, asked, desk.line().askedAt(),
                "removal.answer." + reply.answer(), reply.words(), "removal.channel." + reply.channel(),
                reply.by(), reply.at(), reply.files())));
        if (desk.replies().isEmpty()) {
            lines.add(silent(place, asked, desk.line().askedAt()));
        }
    }

    private void cooperation(CooperationView.Whole desk) {
        String place = "cooperation/" + desk.line().id();
        String asked = "cooperation.kind." + desk.line().kind();
        desk.replies().forEach(reply -> lines.add(new Line(place, asked, desk.line().askedAt(),
                "cooperation.answer." + reply.answer(), reply.words(), "cooperation.channel." + reply.channel(),
                reply.by(), reply.at(), reply.files())));
        if (desk.replies().isEmpty()) {
            lines.add(silent(place, asked, desk.line().askedAt()));
        }
    }

    private static Line silent(String place, String asked, Instant askedAt) {
        return new Line(place, asked, askedAt, null, null, null, null, null, List.of());
    }
}
