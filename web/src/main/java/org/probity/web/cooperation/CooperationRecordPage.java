package org.probity.web.cooperation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.Cooperations;
import org.probity.kernel.Refusal;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Uploads;

/** Writes down a reply that came by letter, by telephone or in person, in the words of the person asked. */
@Named
@ViewScoped
public class CooperationRecordPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CooperationQueries queries;

    @Inject
    private Cooperations cooperations;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String id;
    private transient CooperationView.Whole view;
    private final CooperationReplyForm form = new CooperationReplyForm();

    /** @throws Refusal NOT_FOUND where the request is out of sight, or belongs to another case */
    public void load() {
        if (!getView().line().reference().equals(reference)) {
            throw Refusal.notFound();
        }
        if (!view.answerRecordable()) {
            PageActions.go("investigations/" + reference + "/cooperation/" + id);
        }
    }

    public void record() {
        pageActions.run(() -> {
            if (form.getChannel() == null) {
                throw Refusal.invalid("channel", "cooperation.refused.channel");
            }
            cooperations.reply(Sending.id(id), form.reply(), Uploads.all(form.getFiles(), "file"));
        }, "investigations/" + reference + "/cooperation/" + id, "cooperation.record.done");
    }

    public CooperationView.Whole getView() {
        if (view == null) {
            view = queries.desk(Sending.id(id));
        }
        return view;
    }

    public CooperationReplyForm getForm() {
        return form;
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
}
