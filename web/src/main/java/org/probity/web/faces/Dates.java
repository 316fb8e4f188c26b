package org.probity.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.probity.access.CurrentCaller;
import org.probity.calendar.WorkingCalendar;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Days;
import org.probity.kernel.Language;

/** Days and times as people write them, in London time and the reader's language: {@code #{dates.day(x.postedOn)}}. */
@Named("dates")
@RequestScoped
public class Dates {

    @Inject
    private Clock clock;

    @Inject
    private WorkingDays workingDays;

    private WorkingCalendar calendar;

    /** Such as {@code 26 November 2026}. */
    public String day(Object when) {
        return when == null ? "" : day(language(), local(when));
    }

    /** Such as {@code Thursday 26 November 2026}. */
    public String weekday(Object when) {
        return when == null ? "" : format(language(), "EEEE d MMMM yyyy").format(local(when));
    }

    /** Such as {@code 26 Nov 2026}, for tables. */
    public String brief(Object when) {
        return when == null ? "" : format(language(), "d MMM yyyy").format(local(when));
    }

    /** Such as {@code 26 November 2026, 16:05}. */
    public String moment(Instant when) {
        return when == null ? "" : moment(language(), when);
    }

    /** ISO form for the {@code datetime} attribute. */
    public String iso(Object when) {
        return when == null ? "" : local(when).toString();
    }

    /** {@code late}, {@code today}, {@code soon} (within two days) or {@code later}. */
    public String urgency(Instant due) {
        if (due == null) {
            return "later";
        }
        if (due.isBefore(clock.instant())) {
            return "late";
        }
        long days = daysUntil(due);
        return days == 0 ? "today" : days <= 2 ? "soon" : "later";
    }

    /** What is left until a deadline in words: {@code 2 days late}, {@code today by 16:00}, {@code 3 working days left}. */
    public String left(Instant due) {
        if (due == null) {
            return "";
        }
        long days = daysUntil(due);
        if (due.isBefore(clock.instant())) {
            return days == 0 ? Texts.get(language(), "kernel.due.lateToday")
                    : Texts.of(language(), "kernel.due.late", -days);
        }
        return days == 0 ? Texts.of(language(), "kernel.due.today", time(due))
                : Texts.of(language(), "kernel.due.left", workingDaysUntil(due));
    }

    public static String day(Language language, LocalDate day) {
        return format(language, "d MMMM yyyy").format(day);
    }

    public static String moment(Language language, Instant when) {
        return format(language, "d MMMM yyyy, HH:mm").format(when.atZone(Days.LONDON));
    }

    private static String time(Instant when) {
        return LocalTime.ofInstant(when, Days.LONDON).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private long daysUntil(Instant due) {
        return ChronoUnit.DAYS.between(Days.of(clock.instant()), Days.of(due));
    }

    private int workingDaysUntil(Instant due) {
        if (calendar == null) {
            calendar = workingDays.calendar();
        }
        return calendar.between(Days.of(clock.instant()), Days.of(due));
    }

    private static LocalDate local(Object when) {
        return when instanceof Instant instant ? Days.of(instant) : (LocalDate) when;
    }

    private static DateTimeFormatter format(Language language, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
