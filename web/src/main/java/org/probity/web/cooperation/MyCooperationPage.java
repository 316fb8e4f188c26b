package org.probity.web.cooperation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.probity.access.CurrentCaller;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationView;
import org.probity.letter.LetterTexts;
import org.probity.web.documents.Sending;

/** What somebody is asked to help with, in plain words, on their phone. It says what the letter says. */
@Named
@RequestScoped
public class MyCooperationPage {

    @Inject
    private CooperationQueries queries;

    private String id;
    private CooperationView.Mine view;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where it is anybody else's */
    public void load() {
        view = queries.mine(Sending.id(id));
    }

    public CooperationView.Mine getView() {
        return view;
    }

    /** The round that runs, with its meeting. */
    public CooperationView.Round getRound() {
        return view.rounds().get(view.rounds().size() - 1);
    }

    /** Rounds with a letter, the newest first. */
    public List<CooperationView.Round> getLetters() {
        return view.rounds().stream().filter(r -> Objects.nonNull(r.letterId()))
                .sorted(Comparator.comparingInt(CooperationView.Round::number).reversed()).toList();
    }

    /** A sentence of the letter, so that page and letter never say different things. */
    public String words(String key) {
        return LetterTexts.get(CurrentCaller.get().language(), "cooperation." + key);
    }

    /** The same with the number of a clause in brackets, where the policy has one. */
    public String words(String key, String clause) {
        return LetterTexts.get(CurrentCaller.get().language(), "cooperation." + key,
                clause == null ? "" : LetterTexts.get(CurrentCaller.get().language(), "cooperation.clause", clause));
    }

    /** Which clause expects help. */
    public String getExpected() {
        return LetterTexts.get(CurrentCaller.get().language(), "cooperation.why.clause", view.clause());
    }

    public String getContact() {
        return LetterTexts.get(CurrentCaller.get().language(), "cooperation.help.officer", view.line().askedBy(),
                view.line().reference());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
