package org.probity.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.probity.access.CurrentCaller;
import org.probity.access.Limit;
import org.probity.concern.Concerns;
import org.probity.concern.Receipt;
import org.probity.concern.Receipts;
import org.probity.investigation.NewConcern;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.SentOnce;
import org.probity.web.http.RateLimiter;

/** The form of a concern: filled in, read once more, then sent. What was written travels with the pages; nothing is kept here. */
@Named
@RequestScoped
public class ConcernPage {

    /** Sent along by the page on which everything is read once more. */
    private static final String CHECKING = "checking";

    @Inject
    private Concerns concerns;

    @Inject
    private Receipts receipts;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private SentOnce sentOnce;

    private boolean checking;
    private boolean immediateDanger;
    private boolean indecentImage;
    private boolean grooming;
    private String what;
    private String platform;
    private String address;
    private LocalDate postedOn;
    private String howNoticed;
    private String subjectName;
    private String subjectOrganisation;
    private Boolean named;
    private String reporterName;
    private String reporterContact;

    @PostConstruct
    void read() {
        checking = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().containsKey(CHECKING);
    }

    /** Shows what was written once more before it is sent. */
    public void check() {
        try {
            NewConcern concern = concern();
            new Checks().required("what", what).required("named", named)
                    .that(!Boolean.TRUE.equals(named) || concern.reporterName() != null, "reporterName", "kernel.refused.required").done();
            concerns.check(concern);
            checking = true;
        } catch (Refusal refusal) {
            PageActions.show(refusal);
        }
    }

    /** Back to the form. */
    public void change() {
        checking = false;
    }

    /** A second click is sent on like the first, and finds the same receipt there. */
    public void send() {
        try {
            ReceiptCookie.set(receipts.seal(sentOnce.run(this::report)));
            PageActions.go(ReceiptCookie.PAGE);
        } catch (RuntimeException e) {
            PageActions.show(e);
        }
    }

    /** Whether whoever fills this in works on cases, and so is kept as who entered it. */
    public boolean isEntering() {
        return CurrentCaller.get().worksOnCases();
    }

    private Receipt report() {
        NewConcern concern = concern();
        concerns.check(concern);
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        return concerns.report(concern);
    }

    private NewConcern concern() {
        boolean giving = Boolean.TRUE.equals(named);
        return new NewConcern(what, platform, address, postedOn, howNoticed, subjectName, subjectOrganisation,
                giving ? reporterName : null, giving ? reporterContact : null, immediateDanger, indecentImage, grooming,
                CurrentCaller.get().language());
    }

    public boolean isUrgent() {
        return immediateDanger || indecentImage || grooming;
    }

    public boolean isChecking() {
        return checking;
    }

    public boolean isImmediateDanger() {
        return immediateDanger;
    }

    public void setImmediateDanger(boolean immediateDanger) {
        this.immediateDanger = immediateDanger;
    }

    public boolean isIndecentImage() {
        return indecentImage;
    }

    public void setIndecentImage(boolean indecentImage) {
        this.indecentImage = indecentImage;
    }

    public boolean isGrooming() {
        return grooming;
    }

    public void setGrooming(boolean grooming) {
        this.grooming = grooming;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public String getPlatform() {
        return platform;
    }

    public void setPlatform(String platform) {
        this.platform = platform;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public LocalDate getPostedOn() {
        return postedOn;
    }

    public void setPostedOn(LocalDate postedOn) {
        this.postedOn = postedOn;
    }

    public String getHowNoticed() {
        return howNoticed;
    }

    public void setHowNoticed(String howNoticed) {
        this.howNoticed = howNoticed;
    }

    public String getSubjectName() {
        return subjectName;
    }

    public void setSubjectName(String subjectName) {
        this.subjectName = subjectName;
    }

    public String getSubjectOrganisation() {
        return subjectOrganisation;
    }

    public void setSubjectOrganisation(String subjectOrganisation) {
        this.subjectOrganisation = subjectOrganisation;
    }

    public Boolean getNamed() {
        return named;
    }

    public void setNamed(Boolean named) {
        this.named = named;
    }

    public String getReporterName() {
        return reporterName;
    }

    public void setReporterName(String reporterName) {
        this.reporterName = reporterName;
    }

    public String getReporterContact() {
        return reporterContact;
    }

    public void setReporterContact(String reporterContact) {
        this.reporterContact = reporterContact;
    }
}
