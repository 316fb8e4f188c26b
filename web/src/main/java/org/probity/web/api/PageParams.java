package org.probity.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** Which page of a list is wanted. */
public class PageParams {

    private static final int USUAL_SIZE = 25;

    @QueryParam("page")
    @Parameter(description = "Which page, counted from 1.", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
    private String page;

    @QueryParam("size")
    @Parameter(description = "How many on a page, up to 100.", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "25"))
    private String size;

    /** Counted from 0, as services count. @throws Refusal INVALID on {@code page} */
    public int page() {
        int wanted = number("page", page, 1);
        if (wanted > Page.LAST + 1) {
            throw Refusal.invalid("page", "api.refused.page", Page.LAST + 1);
        }
        return Math.max(1, wanted) - 1;
    }

    /** @throws Refusal INVALID on {@code size} */
    public int size() {
        return Page.size(number("size", size, USUAL_SIZE));
    }

    /** The page of a list that is short enough to be read whole. */
    public <T> Page<T> of(List<T> all) {
        return new Page<>(all.stream().skip((long) page() * size()).limit(size()).toList(), all.size());
    }

    private static int number(String field, String given, int usual) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        if (!given.matches("\\d{1,7}")) {
            throw Refusal.invalid(field, "api.refused.number");
        }
        return Integer.parseInt(given);
    }

    /**
     * One of the choices of an enum given as a query parameter, in any case.
     *
     * @return {@code usual} where nothing is given
     * @throws Refusal INVALID on the field
     */
    public static <E extends Enum<E>> E choice(String field, String given, Class<E> type, E usual) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants()).filter(choice -> choice.name().equalsIgnoreCase(given)).findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "api.refused.choice", RecordReader.choices(type)));
    }
}
