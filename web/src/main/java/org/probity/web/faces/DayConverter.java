package org.probity.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Days;

/** A day as a native date input sends it ({@code 2026-11-26}) or as people type it without one ({@code 26/11/2026}). */
@FacesConverter("probity.day")
public class DayConverter implements Converter<LocalDate> {

    private static final int LONGEST = 20;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDate getAsObject(FacesContext faces, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            String day = value.strip();
            if (day.length() > LONGEST) {
                throw new DateTimeException("Longer than a day is written");
            }
            return kept(component, day.contains("/") ? LocalDate.parse(day, TYPED) : LocalDate.parse(day));
        } catch (DateTimeException e) {
            throw new ConverterException(Fields.problem(component,
                    Texts.get(CurrentCaller.get().language(), "kernel.refused.day")), e);
        }
    }

    private static LocalDate kept(UIComponent component, LocalDate day) {
        if (!Days.keeps(day)) {
            throw new ConverterException(beyond(component));
        }
        return day;
    }

    /** What is said of a day that is real, and beyond all that are kept. */
    static FacesMessage beyond(UIComponent component) {
        return Fields.problem(component, Texts.of(CurrentCaller.get().language(), "kernel.refused.days", Days.FIRST, Days.LAST));
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, LocalDate value) {
        return value == null ? "" : value.toString();
    }
}
