package org.probity.web.cooperation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.cooperation.AccessEnd;
import org.probity.cooperation.CooperationDecision;
import org.probity.cooperation.CooperationMinutes;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationRequest;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.Cooperations;
import org.probity.cooperation.MeetingRecord;
import org.probity.cooperation.MinutesReply;
import org.probity.kernel.Refusal;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** One request for help on the desk: everything about it, and the one thing that is due now. */
@Named
@ViewScoped
public class CooperationDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CooperationQueries queries;

    @Inject
    private Cooperations cooperations;

    @Inject
    private CooperationMinutes minutes;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String id;
    private int version;
    private String form = "none";
    private boolean recording;
    private boolean told;
    private transient CooperationView.Whole view;
    private final CooperationDeskForm typed = new CooperationDeskForm();

    /** @throws Refusal NOT_FOUND where the request is out of sight, or belongs to another case */
    public void load() {
        CooperationView.Whole desk = getView();
        if (!desk.line().reference().equals(reference)) {
            throw Refusal.notFound();
        }
        version = desk.line().version();
        form = due(desk, CurrentCaller.get());
        recording = desk.answerRecordable() && CurrentCaller.get().has(Role.OFFICER);
        told = CurrentCaller.get().has(Role.OFFICER) && desk.meetings().stream().anyMatch(CooperationView.Meeting::recordable);
    }

    private static String due(CooperationView.Whole desk, Caller reader) {
        if (desk.line().status() == CooperationRequest.Status.AUTHORITY_WANTED) {
            return reader.has(Role.LEAD) && !desk.ownCase() ? "authority" : "none";
        }
        if (!reader.has(Role.OFFICER)) {
            return "none";
        }
        return switch (desk.line().status()) {
            case AGREED -> desk.line().kind().meets() ? "meeting" : "access";
            case REPLIED -> "consider";
            case OVERDUE -> "silence";
            default -> "none";
        };
    }

    public void authorise() {
        run(() -> {
            if (typed.getAuthority() == null) {
                throw Refusal.invalid("authority", "kernel.refused.choice");
            }
            cooperations.authorise(id(), typed.getAuthority() == CooperationDecision.Authority.GRANTED, typed.getReasons());
        }, "cooperation.authority.done");
    }

    public void holdMeeting() {
        run(() -> cooperations.holdMeeting(id(), new MeetingRecord(typed.getHeldAt(), typed.getPresent(),
                typed.getMinutes(), typed.getMinutesLong())), "cooperation.meeting.done");
    }

    /** What the person says of minutes that they had by post. */
    public void recordMinutes() {
        run(() -> minutes.record(id(), new MinutesReply(typed.getRight(), typed.getWords(), typed.getChannel())), "cooperation.minutes.record.done");
    }

    /** The person is asked anew, for another time. */
    public void moveMeeting() {
        run(() -> cooperations.considerReply(id(), CooperationDecision.Consideration.ASK_AGAIN, typed.getReasons(), typed.getNewDeadline(),
                typed.getNewMeetingAt()), "cooperation.moved.done");
    }

    public void endAccess() {
        run(() -> cooperations.endAccess(id(), new AccessEnd(typed.getEndedAt(), typed.isPasswordChanged())),
                "cooperation.access.done");
    }

    public void considerReply() {
        run(() -> cooperations.considerReply(id(), typed.getConsideration(), typed.getReasons(), typed.getNewDeadline(),
                typed.getNewMeetingAt()), "cooperation.consider.done");
    }

    public void decideOnSilence() {
        run(() -> cooperations.decideOnSilence(id(), typed.getSilence(), typed.getReasons(), typed.getNewDeadline(),
                typed.getNewMeetingAt()), "cooperation.silence.done");
    }

    private void run(Runnable act, String done) {
        pageActions.run(() -> {
            cooperations.expect(id(), version);
            act.run();
        }, "investigations/" + reference + "/cooperation/" + id, done);
    }

    /** Whether the letter of the round that runs has to be posted, and was not yet. */
    public boolean isToPost() {
        return getView().line().awaitsReply() && getRound().toPost();
    }

    public Long getLetterId() {
        return getRound().letterId();
    }

    public CooperationView.Whole getView() {
        if (view == null) {
            view = queries.desk(id());
        }
        return view;
    }

    /** The latest answer; null before there is any. */
    public CooperationView.Reply getLastReply() {
        List<CooperationView.Reply> replies = getView().replies();
        return replies.isEmpty() ? null : replies.get(replies.size() - 1);
    }

    /** The round that runs, with its meeting. */
    public CooperationView.Round getRound() {
        return getView().rounds().get(getView().rounds().size() - 1);
    }

    /** Whether the reader would allow or refuse access, had they not investigated. */
    public boolean isBarred() {
        return getView().ownCase() && CurrentCaller.get().has(Role.LEAD)
                && getView().line().status() == CooperationRequest.Status.AUTHORITY_WANTED;
    }

    /** Whether the latest answer is what the form is about, and so stands above it. */
    public boolean isAboutReply() {
        return List.of("consider", "meeting", "access").contains(form);
    }

    /** The answers that do not stand above the form. */
    public List<CooperationView.Reply> getReplies() {
        List<CooperationView.Reply> replies = getView().replies();
        return isAboutReply() ? replies.subList(0, replies.size() - 1) : replies;
    }

    private Long id() {
        return Sending.id(id);
    }

    public String getForm() {
        return form;
    }

    public boolean isRecording() {
        return recording;
    }

    /** Whether the reader may record what the person says of minutes that they had by post. */
    public boolean isTold() {
        return told;
    }

    public CooperationDeskForm getTyped() {
        return typed;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
