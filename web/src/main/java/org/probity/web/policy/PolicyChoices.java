package org.probity.web.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.web.faces.Texts;

/** The versions that no other follows yet. */
@Named
@RequestScoped
public class PolicyChoices {

    @Inject
    private Policies policies;

    private List<Policy> latest;

    public List<Policy> getLatest() {
        latest = latest == null ? policies.latest() : latest;
        return latest;
    }

    public String label(Policy policy) {
        Language language = CurrentCaller.get().language();
        return Texts.of(language, "policy.publish.one", policy.title(language), policy.policyVersion());
    }
}
