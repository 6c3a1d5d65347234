package io.eastwest.routing.parity;

/**
 * Something that cannot pass yet.
 *
 * @param id an area, a case {@code <area>/<case>}, a call {@code <area>/<case>#<call>}, or the warnings of an area
 *     {@code <area>#warnings} or a case {@code <area>/<case>#warnings}
 * @param reason why
 */
record PendingEntry(String id, String reason) {
    boolean covers(Verdict verdict) {
        if (verdict.check().equals(Verdict.WARNINGS)) {
            return id.equals(verdict.area() + "#" + Verdict.WARNINGS) || id.equals(verdict.id());
        }
        return id.equals(verdict.area()) || id.equals(verdict.caseId()) || id.equals(verdict.id());
    }
}
