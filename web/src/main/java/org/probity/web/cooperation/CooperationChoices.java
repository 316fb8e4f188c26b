package org.probity.web.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.probity.cooperation.CooperationDecision;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.kernel.Language;

/** The choices in the forms about help, in the order they are offered. */
@Named
@ApplicationScoped
public class CooperationChoices {

    /** The least intrusive first. */
    public List<CooperationKind> getKinds() {
        return List.of(CooperationKind.values());
    }

    /** What can be answered to a request of that kind; agreeing only where something is to take place. */
    public List<Answer> answers(CooperationKind kind) {
        return kind.happens() ? List.of(Answer.AGREED, Answer.OTHER_DATE, Answer.ANSWERED, Answer.DECLINED)
                : List.of(Answer.ANSWERED, Answer.OTHER_DATE, Answer.DECLINED);
    }

    /** Key of an answer's label: without a meeting another date is more time, and words are the usual answer. */
    public String label(CooperationKind kind, Answer answer) {
        boolean other = answer == Answer.OTHER_DATE && !kind.meets() || answer == Answer.ANSWERED && kind.happens();
        return "cooperation.answer." + answer + (other ? ".other" : "");
    }

    /** Every way but the portal, which only the person asked comes through. */
    public List<CooperationReply.Channel> getChannels() {
        return Stream.of(CooperationReply.Channel.values()).filter(c -> c != CooperationReply.Channel.PORTAL).toList();
    }

    public List<CooperationDecision.Authority> getAuthorities() {
        return List.of(CooperationDecision.Authority.values());
    }

    public List<CooperationDecision.Consideration> getConsiderations() {
        return List.of(CooperationDecision.Consideration.values());
    }

    public List<CooperationDecision.Silence> getSilences() {
        return List.of(CooperationDecision.Silence.values());
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }
}
