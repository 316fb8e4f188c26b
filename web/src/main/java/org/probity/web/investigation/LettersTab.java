package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.correspondence.LetterPostings;
import org.probity.correspondence.LetterPostings.PostingLine;
import org.probity.correspondence.SubjectLetters;
import org.probity.correspondence.SubjectLetters.MyLetter;

/** Which letters of a case have to be posted, for its tab; and the reader's own letters, for their portal. */
@Named
@RequestScoped
public class LettersTab {

    @Inject
    private LetterPostings postings;

    @Inject
    private SubjectLetters letters;

    private Map<Long, PostingLine> read;
    private List<MyLetter> mine;

    /** How that letter of the case was posted, or that it has to be; null where it reached its reader in the portal. */
    public PostingLine posting(String reference, Long documentId) {
        if (read == null) {
            read = postings.of(reference).stream().collect(Collectors.toMap(PostingLine::documentId, Function.identity()));
        }
        return read.get(documentId);
    }

    public List<MyLetter> getMine() {
        if (mine == null) {
            mine = letters.mine();
        }
        return mine;
    }
}
