package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks the engine all calls of one case and compares. */
final class CaseRun {
    private final ParityCase parityCase;

    private CaseRun(ParityCase parityCase) {
        this.parityCase = parityCase;
    }

    static List<Verdict> of(ParityCase parityCase, ParityEngine engine) {
        return new CaseRun(parityCase).verdicts(engine);
    }

    private List<Verdict> verdicts(ParityEngine engine) {
        List<ParityCall> calls = parityCase.calls().stream()
                .filter(call -> !parityCase.isChance(call))
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        CompiledMesh mesh;
        try {
            mesh = engine.compile(parityCase);
        } catch (RuntimeException | Error failure) {
            calls.forEach(call -> verdicts.add(verdict(call.id(), List.of(thrown("mesh", failure)), List.of())));
            return verdicts;
        }
        calls.forEach(call -> verdicts.add(ask(call, mesh)));
        if (!parityCase.warnings().isEmpty()) {
            verdicts.add(verdict(Verdict.WARNINGS, warnings(mesh), List.of()));
        }
        return verdicts;
    }

    private Verdict ask(ParityCall call, CompiledMesh mesh) {
        JsonNode recorded = parityCase.recorded().get(call.id());
        if (recorded == null) {
            return verdict(call.id(), List.of(new Difference("id", "a recording of this call", "nothing")), List.of());
        }
        RecordedTrace trace = new RecordedTrace();
        List<Difference> differences = new ArrayList<>();
        try {
            ProxyAnswer answer = mesh.answer(call, TraceSink.NONE);
            differences.addAll(AnswerComparison.compare(call, recorded, answer));
            differences.addAll(untouchedBy(mesh.answer(call, trace), answer));
        } catch (RuntimeException | Error failure) {
            differences.add(thrown("answer", failure));
        }
        return verdict(call.id(), differences, differences.isEmpty() ? List.of() : trace.lines());
    }

    /** The decision must not depend on whether somebody looks. */
    private static List<Difference> untouchedBy(ProxyAnswer traced, ProxyAnswer answer) {
        return traced.equals(answer)
                ? List.of()
                : List.of(new Difference("trace", answer.toString(), traced.toString()));
    }

    private List<Difference> warnings(CompiledMesh mesh) {
        try {
            return WarningComparison.compare(parityCase.warnings(), mesh.findings());
        } catch (RuntimeException | Error failure) {
            return List.of(thrown(Verdict.WARNINGS, failure));
        }
    }

    private Verdict verdict(String check, List<Difference> differences, List<String> trace) {
        return new Verdict(parityCase.area(), parityCase.id(), check, differences, trace);
    }

    private static Difference thrown(String field, Throwable failure) {
        String message = failure.toString().lines().findFirst().orElse("");
        return new Difference(field, "an answer", message + place(failure));
    }

    /** The innermost frame that is neither of the JDK nor of a library. */
    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.eastwest."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
