package org.probity.web.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Days;

/** A day and time in London as a native input sends it ({@code 2026-11-26T14:30}). */
@FacesConverter("probity.moment")
public class MomentConverter implements Converter<Instant> {

    private static final int LONGEST = 40;

    @Override
    public Instant getAsObject(FacesContext faces, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            if (value.length() > LONGEST) {
                throw new DateTimeException("Longer than a moment is written");
            }
            return kept(component, LocalDateTime.parse(value.strip().replace(' ', 'T')).atZone(Days.LONDON).toInstant());
        } catch (DateTimeException e) {
            throw new ConverterException(Fields.problem(component,
                    Texts.get(CurrentCaller.get().language(), "kernel.refused.moment")), e);
        }
    }

    private static Instant kept(UIComponent component, Instant moment) {
        if (!Days.keeps(moment)) {
            throw new ConverterException(DayConverter.beyond(component));
        }
        return moment;
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Instant value) {
        return value == null ? "" : value.atZone(Days.LONDON).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
