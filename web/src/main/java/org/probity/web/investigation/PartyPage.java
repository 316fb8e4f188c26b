package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.casework.Parties;
import org.probity.investigation.Party;

/** Names somebody in a case: from the directory, or new. Triage alone says who the subject is. */
@Named
@ViewScoped
public class PartyPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Parties parties;

    private final PersonForm person = new PersonForm();
    private Party.Kind kind;

    public void load() {
        open(Act.INVESTIGATE);
    }

    public void add() {
        act(this::name, "people", "investigation.party.done");
    }

    private void name() {
        if (person.isNew()) {
            parties.addNew(getReference(), person.described(), kind);
        } else {
            parties.add(getReference(), person.known(), kind);
        }
    }

    public List<Party.Kind> getKinds() {
        return List.of(Party.Kind.WITNESS, Party.Kind.COMPLAINANT, Party.Kind.REPORTER, Party.Kind.COMPANION);
    }

    public PersonForm getPerson() {
        return person;
    }

    public Party.Kind getKind() {
        return kind;
    }

    public void setKind(Party.Kind kind) {
        this.kind = kind;
    }
}
