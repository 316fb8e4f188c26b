package org.probity.ear.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sends forms of one's own pages with the id of something that they did not offer for choice. */
final class Choices {

    private static final String ABSENT = "98760099";

    private final Archive archive;
    private final Tried tried;

    Choices(Archive archive, Tried tried) {
        this.archive = archive;
        this.tried = tried;
    }

    /**
     * Every field that chooses something by its id, on every page of the cases.
     *
     * @param foreign ids of things at another board
     * @return the names of the fields
     */
    Set<String> by(Stranger member, List<String> references, Set<String> foreign) {
        Set<String> names = new TreeSet<>();
        for (String address : archive.ofCases()) {
            Stream<String> paths = address.contains("{reference}") ? references.stream().map(r -> address.replace("{reference}", r))
                    : Stream.of(address);
            paths.filter(path -> !path.contains("{") && !path.matches(Lists.FILES))
                    .forEach(path -> names.addAll(on(member, "/" + member.board() + path, foreign)));
        }
        return names;
    }

    private Set<String> on(Stranger member, String path, Set<String> foreign) {
        Set<String> names = new TreeSet<>();
        Fields.forms(member.guest().page(path)).forEach((id, form) -> names.addAll(in(member, path, Fields.of(form, id), Fields.choices(form), foreign)));
        return names;
    }

    private Set<String> in(Stranger member, String path, Map<String, String> form, Map<String, Set<String>> choices, Set<String> foreign) {
        choices.forEach((name, offered) -> foreign.stream().filter(id -> !offered.contains(id)).limit(3).forEach(id -> {
            Function<String, Reply> send = chosen -> member.guest().post(path, with(form, name, chosen));
            Reply absent = send.apply(ABSENT).without(Set.of(id, ABSENT));
            Reply hidden = send.apply(id).without(Set.of(id, ABSENT));
            String difference = hidden.difference(absent);
            tried.add(name, "form of an own page", member.who(), "POST " + path, hidden.status(),
                    !difference.isEmpty() ? difference : isRefused(hidden, name) ? "" : "The field takes it: " + hidden.body());
        }));
        return choices.keySet();
    }

    /** Whether the form came back with that field marked as wrong, or with the field gone. */
    private static boolean isRefused(Reply reply, String field) {
        return reply.status() == 200 && reply.body().contains("error-summary")
                && reply.body().matches("(?s).*<(select|input)[^>]*name=\"" + field + "\"[^>]*aria-invalid=\"true\".*");
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }
}
