package org.probity;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every regular expression written in the code of all modules, read from the sources: none is overlooked because nobody thought of it. */
final class WrittenPatterns extends TreeScanner<Void, Void> {

    /**
     * One place that uses an expression.
     *
     * @param regex null where it is no constant
     * @param whole whether the text is matched as a whole, or looked through
     */
    record Use(String place, String regex, boolean whole) {
    }

    private static final Map<String, Integer> OF_STRINGS = Map.of("matches", 1, "replaceAll", 2, "replaceFirst", 2, "split", 1);

    /** Where a compiled expression is used in one of these ways, it may start anywhere in the text. */
    private static final List<String> LOOKING_THROUGH = List.of(".find()", ".results()", ".asPredicate()", ".splitAsStream(", ".lookingAt()");

    private final List<Use> uses = new ArrayList<>();
    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private String file;
    private boolean looksThrough;

    private WrittenPatterns() {
    }

    static List<Use> inMainSources() {
        WrittenPatterns scanner = new WrittenPatterns();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(scanner::remember);
            units.forEach(unit -> {
                scanner.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
                scanner.looksThrough = LOOKING_THROUGH.stream().anyMatch(text(unit)::contains);
                scanner.scan(unit, null);
            });
            return scanner.uses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> sources() {
        return Stream.of("ejb", "workflows", "web", "ear").map(module -> Path.of("..", module, "src/main/java")).flatMap(WrittenPatterns::below)
                .filter(path -> path.toString().endsWith(".java")).toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(CompilationUnitTree unit) {
        String name = Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getInitializer() != null && variable.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.FINAL)) {
                    constants.put(name + "." + variable.getName(), variable.getInitializer());
                }
                return super.visitVariable(variable, nothing);
            }
        }.scan(unit, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree method) {
            List<? extends ExpressionTree> given = call.getArguments();
            String name = method.getIdentifier().toString();
            String on = method.getExpression().toString();
            boolean compiled = on.equals("Pattern") && (name.equals("compile") || name.equals("matches"));
            boolean lookedThrough = OF_STRINGS.containsKey(name) && given.size() >= OF_STRINGS.get(name) && given.size() <= 2 && !on.equals("Pattern");
            if (compiled || lookedThrough && !(given.get(given.size() - 1) instanceof LambdaExpressionTree)) {
                uses.add(new Use(file + "." + name, value(given.get(0)).map(regex -> regex.replace("\n", "\\n")).orElse(null), name.equals("matches") || compiled && !looksThrough));
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private Optional<String> value(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal) {
            return Optional.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof ParenthesizedTree inside) {
            return value(inside.getExpression());
        }
        if (tree instanceof BinaryTree sum) {
            return value(sum.getLeftOperand()).flatMap(left -> value(sum.getRightOperand()).map(left::concat));
        }
        String name = tree instanceof IdentifierTree plain ? file + "." + plain.getName()
                : tree instanceof MemberSelectTree other ? other.getExpression() + "." + other.getIdentifier() : "";
        return Optional.ofNullable(constants.get(name)).flatMap(this::value);
    }
}
