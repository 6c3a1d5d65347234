package io.eastwest.model.validation;

import java.util.List;

/** Calls that the parser of CEL expands and refuses when it cannot. Mirrors cel-go 0.29.2 {@code parser/macro.go}. */
final class CelMacros {
    private static final List<String> OVER_TWO = List.of("all", "exists", "exists_one", "existsOne", "map", "filter");
    private static final String ACCUMULATOR = "__result__";

    private CelMacros() {}

    static CelNode global(String function, List<CelNode> arguments, int position) {
        int depth = deepest(arguments);
        if (!function.equals("has") || arguments.size() != 1) {
            return CelNode.other(depth);
        }
        if (arguments.get(0).kind() != CelNode.Kind.FIELD) {
            throw new CelFault("has() of something that is no field", position);
        }
        return CelNode.field(depth);
    }

    static CelNode member(String function, CelNode target, List<CelNode> arguments, int position) {
        boolean macro =
                arguments.size() == 2 && OVER_TWO.contains(function) || arguments.size() == 3 && function.equals("map");
        if (macro && arguments.get(0).kind() != CelNode.Kind.NAME) {
            throw new CelFault(function + "() whose first argument is no name", position);
        }
        if (macro && arguments.get(0).name().equals(ACCUMULATOR)) {
            throw new CelFault(function + "() over the name " + ACCUMULATOR, position);
        }
        return CelNode.other(Math.max(target.depth(), deepest(arguments)) + 1);
    }

    static int deepest(List<CelNode> nodes) {
        return nodes.stream().mapToInt(CelNode::depth).max().orElse(0);
    }
}
