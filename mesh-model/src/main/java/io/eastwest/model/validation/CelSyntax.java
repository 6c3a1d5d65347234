package io.eastwest.model.validation;

import io.eastwest.model.validation.CelToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a text is an expression of the Common Expression Language: its grammar, literals and macros, but no names or
 * types. Mirrors cel-go 0.29.2 {@code parser/parser.go:Parse} with the options of {@code cel.NewEnv()}, its limits of
 * length and depth included.
 */
final class CelSyntax {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 250;
    private static final List<String> RELATIONS = List.of("<", "<=", ">=", ">", "==", "!=", "in");
    private static final List<String> PRODUCTS = List.of("*", "/", "%");
    private static final List<String> RESERVED = List.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private final CelWords words;
    private int expressions;
    private int relations;
    private int sums;

    private CelSyntax(CelWords words) {
        this.words = words;
    }

    /** {@return what is wrong with an expression and where; empty when it is one} */
    static Optional<String> fault(String expression) {
        if (expression.codePointCount(0, expression.length()) > LONGEST) {
            return Optional.of("more than " + LONGEST + " characters");
        }
        try {
            CelSyntax parser = new CelSyntax(new CelWords(CelLexer.read(expression)));
            CelNode whole = parser.expression();
            if (!parser.words.peek().is(Kind.END)) {
                throw parser.words.unexpected();
            }
            parser.refuseDeeper(whole.depth());
            return Optional.empty();
        } catch (CelFault e) {
            return Optional.of(e.reason());
        }
    }

    private CelNode expression() {
        refuseDeeper(++expressions);
        CelNode node = disjunction();
        if (words.skip("?")) {
            CelNode yes = disjunction();
            words.expect(":");
            CelNode no = expression();
            node = CelNode.other(CelMacros.deepest(List.of(node, yes, no)) + 1);
        }
        expressions--;
        return node;
    }

    private CelNode disjunction() {
        CelNode node = conjunction();
        while (words.skip("||")) {
            node = CelNode.other(Math.max(node.depth(), conjunction().depth()));
        }
        return node;
    }

    private CelNode conjunction() {
        CelNode node = relation(false);
        while (words.skip("&&")) {
            node = CelNode.other(Math.max(node.depth(), relation(false).depth()));
        }
        return node;
    }

    /** Relations and sums group to the left; each step counts as one deeper. */
    private CelNode relation(boolean right) {
        refuseDeeper(++relations);
        CelNode node = sum(0);
        while (!right
                && words.peek().is(Kind.SYMBOL)
                && RELATIONS.contains(words.peek().text())) {
            words.next();
            node = CelNode.other(Math.max(node.depth(), relation(true).depth()) + 1);
        }
        relations--;
        return node;
    }

    private CelNode sum(int loosest) {
        refuseDeeper(++sums);
        CelNode node = unary();
        while (binding() > loosest) {
            int binding = binding();
            words.next();
            node = CelNode.other(Math.max(node.depth(), sum(binding).depth()) + 1);
        }
        sums--;
        return node;
    }

    private int binding() {
        if (!words.peek().is(Kind.SYMBOL)) {
            return 0;
        }
        return PRODUCTS.contains(words.peek().text())
                ? 2
                : words.peek().is("+") || words.peek().is("-") ? 1 : 0;
    }

    private CelNode unary() {
        String sign = words.peek().is("!") ? "!" : "-";
        int count = 0;
        boolean literal = words.peek().is("-") && words.ahead(1).isNumber();
        while (!literal && words.skip(sign)) {
            count++;
        }
        CelNode node = member();
        return count % 2 == 0 ? node : CelNode.other(node.depth());
    }

    private CelNode member() {
        CelNode node = primary();
        while (words.peek().is(".") || words.peek().is("[")) {
            node = words.skip(".") ? access(node) : index(node);
        }
        return node;
    }

    private CelNode access(CelNode target) {
        words.refuseOptional();
        CelToken name = words.takeFieldName();
        if (name.is(Kind.IDENTIFIER) && words.peek().is("(")) {
            return CelMacros.member(name.text(), target, arguments(), name.position());
        }
        return CelNode.field(target.depth() + 1);
    }

    private CelNode index(CelNode target) {
        words.expect("[");
        words.refuseOptional();
        CelNode index = expression();
        words.expect("]");
        return CelNode.other(Math.max(target.depth(), index.depth()) + 1);
    }

    private List<CelNode> arguments() {
        List<CelNode> arguments = new ArrayList<>();
        words.expect("(");
        if (!words.peek().is(")")) {
            do {
                arguments.add(expression());
            } while (words.skip(","));
        }
        words.expect(")");
        return arguments;
    }

    private CelNode primary() {
        CelToken token = words.peek();
        if (token.is(".") || token.is(Kind.IDENTIFIER)) {
            return words.startMessage() ? message() : name();
        }
        if (words.skip("(")) {
            CelNode node = expression();
            words.expect(")");
            return node;
        }
        if (words.skip("[")) {
            return elements("]", false);
        }
        if (words.skip("{")) {
            return elements("}", true);
        }
        CelLiterals.take(words);
        return CelNode.leaf();
    }

    private CelNode name() {
        String dot = words.skip(".") ? "." : "";
        CelToken name = words.peek();
        if (!name.is(Kind.IDENTIFIER)) {
            throw words.unexpected();
        }
        if (RESERVED.contains(name.text())) {
            throw new CelFault("reserved word " + name.text(), name.position());
        }
        words.next();
        return words.peek().is("(")
                ? CelMacros.global(dot + name.text(), arguments(), name.position())
                : CelNode.name(dot + name.text());
    }

    private CelNode message() {
        while (!words.skip("{")) {
            words.next();
        }
        List<CelNode> values = new ArrayList<>();
        while (words.hasEntry("}", values.isEmpty())) {
            words.refuseOptional();
            words.takeFieldName();
            words.expect(":");
            values.add(expression());
        }
        return CelNode.other(CelMacros.deepest(values));
    }

    private CelNode elements(String end, boolean pairs) {
        List<CelNode> nodes = new ArrayList<>();
        while (words.hasEntry(end, nodes.isEmpty())) {
            words.refuseOptional();
            nodes.add(expression());
            if (pairs) {
                words.expect(":");
                nodes.add(expression());
            }
        }
        return CelNode.other(CelMacros.deepest(nodes));
    }

    private void refuseDeeper(int depth) {
        if (depth > DEEPEST) {
            throw new CelFault(
                    "nesting deeper than " + DEEPEST + " levels", words.peek().position());
        }
    }
}
