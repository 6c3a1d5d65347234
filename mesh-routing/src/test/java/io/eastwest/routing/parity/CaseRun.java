package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.TraceSink;
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
        List<Difference> differences = differences(call, mesh, TraceSink.NONE);
        if (differences.isEmpty()) {
            return verdict(call.id(), differences, List.of());
        }
        RecordedTrace trace = new RecordedTrace();
        return verdict(call.id(), sameWithTrace(differences, differences(call, mesh, trace)), trace.lines());
    }

    /** The decision must not depend on whether somebody looks. */
    private static List<Difference> sameWithTrace(List<Difference> differences, List<Difference> traced) {
        if (differences.equals(traced)) {
            return differences;
        }
        List<Difference> all = new ArrayList<>(differences);
        all.add(new Difference("trace", "the same answer with a trace", traced.toString()));
        return all;
    }

    private List<Difference> differences(ParityCall call, CompiledMesh mesh, TraceSink trace) {
        JsonNode recorded = parityCase.recorded().get(call.id());
        if (recorded == null) {
            return List.of(new Difference("id", "a recording of this call", "nothing"));
        }
        try {
            return AnswerComparison.compare(call, recorded, mesh.answer(call, trace));
        } catch (RuntimeException | Error failure) {
            return List.of(thrown("answer", failure));
        }
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
