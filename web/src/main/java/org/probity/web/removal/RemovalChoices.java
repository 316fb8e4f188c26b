package org.probity.web.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.probity.removal.RemovalDecision;
import org.probity.removal.RemovalItem;
import org.probity.removal.RemovalReply;

/** The choices in the forms about removal, in the order they are offered. */
@Named
@ApplicationScoped
public class RemovalChoices {

    public List<RemovalItem.Kind> getKinds() {
        return List.of(RemovalItem.Kind.values());
    }

    public List<RemovalItem.Seen> getSeen() {
        return List.of(RemovalItem.Seen.values());
    }

    public List<RemovalReply.Answer> getAnswers() {
        return List.of(RemovalReply.Answer.values());
    }

    /** Every way but the portal, which only the person asked comes through. */
    public List<RemovalReply.Channel> getChannels() {
        return Stream.of(RemovalReply.Channel.values()).filter(c -> c != RemovalReply.Channel.PORTAL).toList();
    }

    /** @param reported whether the site was asked already: before that, something that is still there is not left at that */
    public List<RemovalDecision.AfterCheck> afterChecks(boolean reported) {
        return Stream.of(RemovalDecision.AfterCheck.values()).filter(next -> reported || next != RemovalDecision.AfterCheck.LEAVE).toList();
    }

    public List<RemovalDecision.Challenge> getChallenges() {
        return List.of(RemovalDecision.Challenge.values());
    }

    public List<RemovalDecision.Identity> getIdentities() {
        return List.of(RemovalDecision.Identity.values());
    }

    public List<RemovalDecision.Extension> getExtensions() {
        return List.of(RemovalDecision.Extension.GRANTED, RemovalDecision.Extension.REFUSED);
    }

    public List<RemovalDecision.Silence> getSilences() {
        return List.of(RemovalDecision.Silence.values());
    }
}
