package org.probity.web.process;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.web.faces.Dates;
import org.probity.web.faces.Texts;
import org.probity.worklist.ProcessPictures;
import org.probity.worklist.ProcessPictures.Run;

/** The processes of a case as pictures, and the same in words beside them. */
@Named
@RequestScoped
public class ProcessTab {

    private static final Map<String, Diagram> DIAGRAMS = new ConcurrentHashMap<>();

    /** One run of one process, ready to be shown. */
    public record Picture(String title, Instant startedAt, Instant endedAt, String svg, List<Step> steps) {
    }

    /** A step in words: what it is called, how far it is, and by when its clock strikes. */
    public record Step(String name, String state, Instant dueAt) {
    }

    @Inject
    private ProcessPictures pictures;

    @Inject
    private Investigations investigations;

    @Inject
    private Dates dates;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight */
    public List<Picture> of(String reference) {
        investigations.visible(reference);
        return pictures.of(reference).stream().map(this::picture).toList();
    }

    private Picture picture(Run run) {
        Diagram diagram = DIAGRAMS.computeIfAbsent(run.process(), p -> Diagram.read(pictures.drawing(p)));
        Language language = CurrentCaller.get().language();
        Function<String, String> names = id -> Texts.of(language, "process." + run.process() + "." + id);
        Map<String, String> deadlines = run.timers().stream()
                .collect(Collectors.toMap(ProcessPictures.Timer::activity, t -> dates.brief(t.dueAt()), (a, b) -> a));
        String title = Texts.of(language, "process." + run.process());
        String now = String.join(", ", run.active().stream().map(names).toList());
        String words = now.isEmpty() ? Texts.of(language, "worklist.picture.ended", title)
                : Texts.of(language, "worklist.picture.now", title, now);
        String svg = new Drawing(diagram, names, id -> state(run, id), deadlines).svg(words, run.process() + (run.targetId() == null ? run.startedAt().toEpochMilli() : run.targetId()));
        return new Picture(title, run.startedAt(), run.endedAt(), svg, steps(diagram, run, names));
    }

    private static List<Step> steps(Diagram diagram, Run run, Function<String, String> names) {
        Stream<Step> steps = diagram.shapes().stream().filter(s -> s.kind().task())
                .filter(s -> state(run, s.id()) != Drawing.State.NONE)
                .map(s -> new Step(names.apply(s.id()), state(run, s.id()).name(), null));
        Stream<Step> clocks = run.timers().stream().map(t -> new Step(names.apply(t.activity()), "TIMER", t.dueAt()));
        return Stream.concat(steps, clocks).toList();
    }

    private static Drawing.State state(Run run, String id) {
        if (run.failed().contains(id)) {
            return Drawing.State.FAILED;
        }
        if (run.active().contains(id)) {
            return Drawing.State.ACTIVE;
        }
        return run.done().contains(id) ? Drawing.State.DONE : Drawing.State.NONE;
    }
}
