package org.probity.web.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.probity.web.process.Diagram.Box;
import org.probity.web.process.Diagram.Edge;
import org.probity.web.process.Diagram.Kind;
import org.probity.web.process.Diagram.Point;
import org.probity.web.process.Diagram.Shape;

/** Writes a diagram as SVG. Colours and strokes come from the style sheet, by class. */
final class Drawing {

    /** How far a step has come. */
    enum State { DONE, ACTIVE, FAILED, NONE }

    private static final int LINE = 14;
    private static final int CHARACTERS = 15;

    private final Diagram diagram;
    private final Function<String, String> names;
    private final Function<String, State> states;
    private final Map<String, String> deadlines;
    private final StringBuilder svg = new StringBuilder();
    private String tip;

    /** @param deadlines what is written at the timers that run now, by their id */
    Drawing(Diagram diagram, Function<String, String> names, Function<String, State> states, Map<String, String> deadlines) {
        this.diagram = diagram;
        this.names = names;
        this.states = states;
        this.deadlines = deadlines;
    }

    /**
     * @param title read out by screen readers in place of the picture
     * @param key keeps this picture's arrow tips apart from those of others on the page
     */
    String svg(String title, String key) {
        Box extent = diagram.extent();
        add("<svg class=\"process\" role=\"img\" aria-label=\"%s\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\">",
                escape(title), n(extent.x()), n(extent.y()), n(extent.width()), n(extent.height()), n(extent.width()),
                n(extent.height()));
        this.tip = "tip-" + key;
        add("<defs><marker id=\"" + tip + "\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" "
                + "orient=\"auto-start-reverse\"><path class=\"tip\" d=\"M0 0 10 5 0 10z\"/></marker></defs>");
        diagram.shapes().stream().filter(s -> s.kind() == Kind.FRAME).forEach(this::shape);
        diagram.edges().forEach(this::edge);
        diagram.shapes().stream().filter(s -> s.kind() != Kind.FRAME).forEach(this::shape);
        return svg.append("</svg>").toString();
    }

    private void edge(Edge edge) {
        String path = String.join(" ", edge.points().stream().map(this::at).toList());
        add("<polyline class=\"flow\" points=\"%s\" marker-end=\"url(#%s)\"/>", path, tip);
        if (edge.label() != null) {
            text(edge.label(), names.apply(edge.id()), "flow-name");
        }
    }

    private void shape(Shape shape) {
        String css = shape.kind().name().toLowerCase(Locale.ROOT) + " " + states.apply(shape.id()).name().toLowerCase(Locale.ROOT);
        add("<g class=\"%s\">", css);
        Box box = shape.box();
        if (shape.kind() == Kind.GATEWAY) {
            diamond(box);
        } else if (shape.kind().task() || shape.kind() == Kind.FRAME) {
            add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\"/>", n(box.x()), n(box.y()), n(box.width()), n(box.height()));
        } else {
            circle(shape);
        }
        name(shape);
        add("</g>");
    }

    private void diamond(Box box) {
        double middleX = box.x() + box.width() / 2;
        double middleY = box.y() + box.height() / 2;
        add("<path d=\"M%s %s %s %s %s %s %s %sz\"/>", n(middleX), n(box.y()), n(box.x() + box.width()), n(middleY),
                n(middleX), n(box.y() + box.height()), n(box.x()), n(middleY));
    }

    private void circle(Shape shape) {
        Box box = shape.box();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"/>", n(x), n(y), n(box.width() / 2));
        if (shape.kind() == Kind.TIMER) {
            add("<path class=\"sign\" d=\"M%s %sV%sL%s %s\"/>", n(x), n(y - 9), n(y), n(x + 6), n(y + 4));
        } else if (shape.kind() == Kind.MESSAGE) {
            add("<path class=\"sign\" d=\"M%s %sh16v11h-16zl8 6 8-6\"/>", n(x - 8), n(y - 5.5));
        }
    }

    private void name(Shape shape) {
        String name = names.apply(shape.id());
        String deadline = deadlines.get(shape.id());
        Box where = shape.label() != null ? shape.label() : shape.box();
        if (shape.kind() == Kind.FRAME) {
            text(new Box(where.x(), where.y() + 4, where.width(), LINE + 6), name, "name");
        } else if (shape.kind().task()) {
            text(where, name, "name");
        } else if (shape.label() != null) {
            text(where, name, "name");
        }
        if (deadline != null) {
            text(new Box(where.x(), where.y() + where.height(), where.width(), LINE), deadline, "deadline");
        }
    }

    private void text(Box box, String words, String css) {
        List<String> lines = wrap(words, box.width() < 60 ? CHARACTERS : Math.max(CHARACTERS, (int) (box.width() / 6.4)));
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2 - (lines.size() - 1) * LINE / 2.0 + 4;
        add("<text class=\"%s\" x=\"%s\" text-anchor=\"middle\">", css, n(x));
        for (int i = 0; i < lines.size(); i++) {
            add("<tspan x=\"%s\" y=\"%s\">%s</tspan>", n(x), n(y + i * LINE), escape(lines.get(i)));
        }
        add("</text>");
    }

    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String at(Point point) {
        return n(point.x()) + "," + n(point.y());
    }

    private void add(String format, Object... args) {
        svg.append(args.length == 0 ? format : format.formatted(args));
    }

    private static String n(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
