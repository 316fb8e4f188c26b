package org.probity.web.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.policy.Clause;
import org.probity.policy.PolicyDesk;
import org.probity.web.faces.PageActions;

/** Publishes a policy version. Clauses are typed or pasted one a line: number | kind | strength | text | text in Welsh. */
@Named
@ViewScoped
public class PublishPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int NEEDED = 4;

    @Inject
    private PolicyDesk desk;

    @Inject
    private Administration administration;

    @Inject
    private PageActions pageActions;

    private String title;
    private String titleCy;
    private String policyVersion;
    private String source;
    private LocalDate inForceFrom;
    private LocalDate reviewOn;
    private String clauses;
    private Long follows;

    public void load() {
        administration.members();
    }

    public void publish() {
        pageActions.run(() -> desk.publish(new PolicyDesk.NewPolicy(title, titleCy, policyVersion, source, inForceFrom, reviewOn, read(), follows)),
                "policy", "policy.publish.done");
    }

    private List<PolicyDesk.NewClause> read() {
        List<PolicyDesk.NewClause> read = new ArrayList<>();
        for (String line : clauses == null ? List.<String>of() : clauses.lines().filter(l -> !l.isBlank()).toList()) {
            String[] cells = line.split("\\|");
            if (cells.length < NEEDED) {
                throw Refusal.invalid("clauses", "policy.refused.line", line.strip());
            }
            read.add(new PolicyDesk.NewClause(cells[0].strip(), one(Clause.Kind.values(), cells[1], line),
                    one(Clause.Strength.values(), cells[2], line), cells[3].strip(), cells.length > NEEDED ? cells[4].strip() : null));
        }
        return read;
    }

    private static <E extends Enum<E>> E one(E[] values, String name, String line) {
        Optional<E> found = Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(name.strip().replace(' ', '_'))).findFirst();
        return found.orElseThrow(() -> Refusal.invalid("clauses", "policy.refused.line", line.strip()));
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getTitleCy() {
        return titleCy;
    }

    public void setTitleCy(String titleCy) {
        this.titleCy = titleCy;
    }

    public String getPolicyVersion() {
        return policyVersion;
    }

    public void setPolicyVersion(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public LocalDate getInForceFrom() {
        return inForceFrom;
    }

    public void setInForceFrom(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }

    public LocalDate getReviewOn() {
        return reviewOn;
    }

    public void setReviewOn(LocalDate reviewOn) {
        this.reviewOn = reviewOn;
    }

    public Long getFollows() {
        return follows;
    }

    public void setFollows(Long follows) {
        this.follows = follows;
    }

    public String getClauses() {
        return clauses;
    }

    public void setClauses(String clauses) {
        this.clauses = clauses;
    }
}
