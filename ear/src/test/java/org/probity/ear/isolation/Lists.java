package org.probity.ear.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every list, count, search and page of their own that somebody can look at. */
final class Lists {

    static final String FILES = ".*(file|preview|pack|documents/.*|theme\\.css|signin/.*)";

    private final Archive archive;
    private final List<Operation> operations;

    Lists(Archive archive, List<Operation> operations) {
        this.archive = archive;
        this.operations = operations;
    }

    /** What they see now, by address. */
    Map<String, Reply> seenBy(Stranger onlooker) {
        Map<String, Reply> seen = new LinkedHashMap<>();
        String board = "/" + onlooker.board();
        archive.ofCases().stream().filter(address -> !address.matches(FILES))
                .filter(address -> !address.contains("{") || onlooker.own() != null).forEach(address -> {
                    List<Kind> kinds = Kind.in(address);
                    String path = board + (kinds.isEmpty() ? address : Kind.fill(address, onlooker.own().ids(kinds, onlooker.own(), 0)));
                    seen.put(path, onlooker.guest().get(path).timeless());
                });
        for (String query : List.of("/investigations?q=employee", "/worklist?view=TEAM", "/worklist?view=WAITING&due=WEEK")) {
            seen.put(board + query, onlooker.guest().get(board + query).timeless());
        }
        if (!onlooker.authorization().isEmpty()) {
            operations.stream().filter(operation -> operation.method().equals("GET") && !operation.path().matches(".*\\{board}.*\\{.*"))
                    .map(operation -> operation.path().replace("{board}", onlooker.board()))
                    .forEach(path -> seen.put(path, onlooker.guest().get(path, "Authorization", onlooker.authorization()).timeless()));
        }
        return seen;
    }
}
