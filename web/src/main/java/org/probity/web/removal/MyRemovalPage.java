package org.probity.web.removal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.probity.access.CurrentCaller;
import org.probity.letter.LetterTexts;
import org.probity.removal.RemovalItem;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalView;
import org.probity.web.documents.Sending;

/** What somebody is asked to remove, in plain words, on their phone. It says what the letter says. */
@Named
@RequestScoped
public class MyRemovalPage {

    @Inject
    private RemovalQueries queries;

    private String id;
    private RemovalView.Mine view;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where it is anybody else's */
    public void load() {
        view = queries.mine(Sending.id(id));
    }

    public RemovalView.Mine getView() {
        return view;
    }

    /** What is still asked for; everything once nothing is. */
    public List<RemovalView.Asked> getItems() {
        List<RemovalView.Asked> open = view.items().stream().filter(RemovalView.Asked::open).toList();
        return open.isEmpty() ? view.items() : open;
    }

    /** Whether anything is still asked for; a request that has ended asks for nothing. */
    public boolean isAsking() {
        return !view.line().status().ended() && view.items().stream().anyMatch(RemovalView.Asked::open);
    }

    /** Each clause once: its number and what it says. */
    public List<Map.Entry<String, String>> getClauses() {
        Map<String, String> clauses = new LinkedHashMap<>();
        getItems().forEach(item -> clauses.put(item.clause(), item.clauseText()));
        return List.copyOf(clauses.entrySet());
    }

    public boolean asks(String kind) {
        return getItems().stream().anyMatch(item -> item.kind() == RemovalItem.Kind.valueOf(kind));
    }

    /** Rounds with a letter, the newest first. */
    public List<RemovalView.Round> getLetters() {
        return view.rounds().stream().filter(r -> Objects.nonNull(r.letterId()))
                .sorted(Comparator.comparingInt(RemovalView.Round::number).reversed()).toList();
    }

    /** The decision with a letter of how the request ended; empty until then. */
    public List<RemovalView.Decided> getEndings() {
        return view.decisions().stream().filter(decision -> Objects.nonNull(decision.letterId())).toList();
    }

    /** The round that runs. */
    public RemovalView.Round getRound() {
        return view.rounds().get(view.rounds().size() - 1);
    }

    /** A sentence of the letter, so that page and letter never say different things. */
    public String words(String key) {
        return LetterTexts.get(CurrentCaller.get().language(), "removal." + key);
    }

    /** The same with the number of a clause in brackets, where the policy has one. */
    public String words(String key, String clause) {
        return LetterTexts.get(CurrentCaller.get().language(), "removal." + key,
                clause == null ? "" : LetterTexts.get(CurrentCaller.get().language(), "removal.clause", clause));
    }

    public String getContact() {
        return LetterTexts.get(CurrentCaller.get().language(), "removal.help.officer", view.line().askedBy(), view.line().reference());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
