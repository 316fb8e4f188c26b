package org.probity.web.removal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.removal.Following;
import org.probity.removal.ItemCheck;
import org.probity.removal.RemovalDecision;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalRequest;
import org.probity.removal.RemovalView;
import org.probity.removal.Removals;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** One removal request on the desk: everything about it, and the one decision that is due now. */
@Named
@ViewScoped
public class RemovalDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RemovalQueries queries;

    @Inject
    private Removals removals;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String id;
    private int version;
    private String form = "none";
    private boolean recording;
    private transient RemovalView.Desk view;
    private final ArrayList<CheckRow> checks = new ArrayList<>();
    private final ReportRow report = new ReportRow();
    private RemovalDecision.AfterCheck next;
    private RemovalDecision.Challenge challenge;
    private RemovalDecision.Identity identity;
    private RemovalDecision.Extension extension;
    private RemovalDecision.Silence silence;
    private String reasons;
    private LocalDate newDeadline;

    /** @throws Refusal NOT_FOUND where the request is out of sight, or belongs to another case */
    public void load() {
        RemovalView.Desk desk = getView();
        if (!desk.line().reference().equals(reference)) {
            throw Refusal.notFound();
        }
        version = desk.line().version();
        form = due(desk, CurrentCaller.get());
        recording = desk.answerRecordable() && CurrentCaller.get().has(Role.OFFICER);
        desk.items().stream().filter(RemovalView.Item::open).map(CheckRow::new).forEach(checks::add);
    }

    private static String due(RemovalView.Desk desk, Caller reader) {
        boolean officer = reader.has(Role.OFFICER);
        return switch (desk.line().status()) {
            case REPLIED, PLATFORM_REPORTED -> officer ? "check" : "none";
            case SENT -> officer && TakingBackForm.isOffered(desk) ? "takeback" : "none";
            case TIME_ASKED -> officer ? "extension" : "none";
            case OVERDUE -> officer ? "silence" : "none";
            case CHALLENGED -> reader.has(Role.LEAD) && !desk.ownCase() ? "challenge" : "none";
            case IDENTITY_ASKED -> reader.has(Role.LEAD) && !desk.ownCase() ? "identity" : "none";
            default -> "none";
        };
    }

    public void check() {
        run(() -> removals.check(id(), looks(), new Following(next, newDeadline, report.asked(), reasons)), "removal.check.done");
    }

    public void decideChallenge() {
        run(() -> removals.decideChallenge(id(), challenge, reasons, newDeadline), "removal.challenge.done");
    }

    public void decideIdentity() {
        run(() -> removals.decideIdentity(id(), looks(), identity, reasons, newDeadline), "removal.identity.done");
    }

    private List<ItemCheck> looks() {
        return checks.stream().map(CheckRow::check).toList();
    }

    public void decideExtension() {
        run(() -> {
            if (extension == null) {
                throw Refusal.invalid("granted", "kernel.refused.choice");
            }
            removals.decideExtension(id(), extension == RemovalDecision.Extension.GRANTED, newDeadline, reasons);
        }, "removal.extension.done");
    }

    public void decideOnSilence() {
        run(() -> removals.decideOnSilence(id(), silence, reasons, newDeadline, report.asked()), "removal.silence.done");
    }

    private void run(Runnable act, String done) {
        pageActions.run(() -> {
            removals.expect(id(), version);
            act.run();
        }, "investigations/" + reference + "/removal/" + id, done);
    }

    /** The version that is shown. */
    public int getVersion() {
        return version;
    }

    /** Whether the letter of the round that runs has to be posted, and was not yet. */
    public boolean isToPost() {
        return getView().line().awaitsReply() && getView().rounds().get(getView().rounds().size() - 1).toPost();
    }

    public Long getLetterId() {
        return getView().rounds().get(getView().rounds().size() - 1).letterId();
    }

    public RemovalView.Desk getView() {
        if (view == null) {
            view = queries.desk(id());
        }
        return view;
    }

    /** The latest answer, which is what is being decided about; null before there is any. */
    public RemovalView.Reply getLastReply() {
        List<RemovalView.Reply> replies = getView().replies();
        return replies.isEmpty() ? null : replies.get(replies.size() - 1);
    }

    /** Whether the latest answer is what the form decides about, and so stands above it. */
    public boolean isAboutReply() {
        return List.of("check", "extension", "challenge", "identity").contains(form) && !isReported();
    }

    /** Whether it was reported to its site, and is looked at again. */
    public boolean isReported() {
        return getView().line().status() == RemovalRequest.Status.PLATFORM_REPORTED;
    }

    public ReportRow getReport() {
        return report;
    }

    /** The answers that do not stand above the form. */
    public List<RemovalView.Reply> getReplies() {
        List<RemovalView.Reply> replies = getView().replies();
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

    /** Whether the reader would decide the challenge, or whose something is, had they not investigated. */
    public boolean isBarred() {
        return getView().ownCase() && CurrentCaller.get().has(Role.LEAD)
                && List.of(RemovalRequest.Status.CHALLENGED, RemovalRequest.Status.IDENTITY_ASKED).contains(getView().line().status());
    }

    /** Whether a lead decides, who is to read how it was weighed. */
    public boolean isJudged() {
        return List.of("challenge", "identity").contains(form);
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

    public List<CheckRow> getChecks() {
        return checks;
    }

    public RemovalDecision.AfterCheck getNext() {
        return next;
    }

    public void setNext(RemovalDecision.AfterCheck next) {
        this.next = next;
    }

    public RemovalDecision.Challenge getChallenge() {
        return challenge;
    }

    public void setChallenge(RemovalDecision.Challenge challenge) {
        this.challenge = challenge;
    }

    public RemovalDecision.Identity getIdentity() {
        return identity;
    }

    public void setIdentity(RemovalDecision.Identity identity) {
        this.identity = identity;
    }

    public RemovalDecision.Extension getExtension() {
        return extension;
    }

    public void setExtension(RemovalDecision.Extension extension) {
        this.extension = extension;
    }

    public RemovalDecision.Silence getSilence() {
        return silence;
    }

    public void setSilence(RemovalDecision.Silence silence) {
        this.silence = silence;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public LocalDate getNewDeadline() {
        return newDeadline;
    }

    public void setNewDeadline(LocalDate newDeadline) {
        this.newDeadline = newDeadline;
    }
}
