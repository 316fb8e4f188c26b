package org.probity.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.kernel.CodePoints;

/** Of every field of every page: a sign that is kept in no text is refused before anything reads it, as by the API. */
public class PlainText implements Validator<Object> {

    @Override
    public void validate(FacesContext faces, UIComponent field, Object value) {
        Stream<?> values = value instanceof Object[] several ? Stream.of(several) : Stream.of(value);
        if (values.anyMatch(one -> one instanceof String text && !CodePoints.areKept(text))) {
            throw new ValidatorException(Fields.problem(field, Texts.of(CurrentCaller.get().language(), "kernel.refused.character")));
        }
    }
}
