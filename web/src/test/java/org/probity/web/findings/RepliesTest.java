package org.probity.web.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationRequest;
import org.probity.cooperation.CooperationView;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalReply;
import org.probity.removal.RemovalRequest;
import org.probity.removal.RemovalView;

/** Whoever judges findings sees of each answer whether the subject gave it, or who else did and how it came. */
class RepliesTest {

    private static final String CASE = "CHSCB-2026-0042";
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void whatSomebodyElseRecordedStandsBesideTheSubjectsOwn() throws IllegalAccessException {
        Replies replies = new Replies();
        set(replies, new Removals(), new Cooperations());
        assertThat(replies.of(CASE)).extracting(Replies.Line::channel, Replies.Line::by).containsExactly(tuple("removal.channel.TELEPHONE", "Olwen Officer"),
                tuple("removal.channel.PORTAL", "Sam Subject"), tuple("cooperation.channel.IN_PERSON", "Olwen Officer"));
    }

    private static void set(Replies replies, Object... parts) throws IllegalAccessException {
        for (Field field : Replies.class.getDeclaredFields()) {
            for (Object part : parts) {
                if (field.getType().isInstance(part)) {
                    field.setAccessible(true);
                    field.set(replies, part);
                }
            }
        }
    }

    private static final class Removals extends RemovalQueries {

        private final RemovalView.Line line = new RemovalView.Line(1L, 0, CASE, RemovalRequest.Status.REPLIED, 5L, "Sam Subject", "Olwen Officer", NOW, NOW, 1, 1, 1);

        @Override
        public List<RemovalView.Line> of(String reference) {
            return List.of(line);
        }

        @Override
        public RemovalView.Desk desk(Long id) {
            return new RemovalView.Desk(line, null, null, List.of(), List.of(), List.of(reply(RemovalReply.Channel.TELEPHONE, "Olwen Officer"),
                    reply(RemovalReply.Channel.PORTAL, "Sam Subject")), List.of(), List.of(), false, List.of(), false);
        }

        private static RemovalView.Reply reply(RemovalReply.Channel channel, String by) {
            return new RemovalView.Reply(1, RemovalReply.Answer.REMOVED, channel, "It is gone", null, false, NOW, by, List.of());
        }
    }

    private static final class Cooperations extends CooperationQueries {

        private final CooperationView.Line line = new CooperationView.Line(2L, 0, CASE, CooperationKind.STATEMENT, CooperationRequest.Status.REPLIED, 5L, "Sam Subject",
                "Olwen Officer", NOW.plusSeconds(1), NOW, 1);

        @Override
        public List<CooperationView.Line> of(String reference) {
            return List.of(line);
        }

        @Override
        public CooperationView.Whole desk(Long id) {
            return new CooperationView.Whole(line, null, null, null, null, null, List.of(), List.of(new CooperationView.Reply(1, CooperationReply.Answer.ANSWERED,
                    CooperationReply.Channel.IN_PERSON, "It was me", null, null, null, null, false, NOW, "Olwen Officer", List.of())), List.of(), List.of(), List.of(), false, List.of(), false);
        }
    }
}
