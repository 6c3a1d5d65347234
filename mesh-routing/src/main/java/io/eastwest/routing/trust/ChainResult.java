package io.eastwest.routing.trust;

import java.util.List;

/**
 * Whether a control plane's proxies trust certificates of another.
 *
 * @param failures why they do not
 * @param unknown what is not visible
 */
record ChainResult(List<String> failures, List<String> unknown) {
    static final ChainResult TRUSTED = new ChainResult(List.of(), List.of());

    static ChainResult failure(String reason) {
        return new ChainResult(List.of(reason), List.of());
    }

    static ChainResult unknown(List<String> reasons) {
        return new ChainResult(List.of(), reasons);
    }

    void into(List<String> allFailures, List<String> allUnknown) {
        allFailures.addAll(failures);
        unknown.stream().filter(each -> !allUnknown.contains(each)).forEach(allUnknown::add);
    }
}
