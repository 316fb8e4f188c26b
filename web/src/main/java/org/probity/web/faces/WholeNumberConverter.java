package org.probity.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import org.probity.access.CurrentCaller;

/** A whole number in the digits of ASCII: Java by itself reads those of every script, and a plus in front. */
abstract class WholeNumberConverter<T extends Number> implements Converter<T> {

    @Override
    public T getAsObject(FacesContext faces, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            if (value.strip().matches("-?[0-9]{1,18}")) {
                return read(value.strip());
            }
        } catch (NumberFormatException tooBig) {
            // refused like what is no number
        }
        throw new ConverterException(Fields.problem(component, Texts.get(CurrentCaller.get().language(), "kernel.refused.number")));
    }

    /** @throws NumberFormatException where the type holds no such number */
    abstract T read(String digits);

    @Override
    public String getAsString(FacesContext faces, UIComponent component, T value) {
        return value == null ? "" : value.toString();
    }
}
