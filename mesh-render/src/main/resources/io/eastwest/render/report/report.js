
"use strict";
(function () {
  var search = document.getElementById("search");
  var found = document.getElementById("found");
  var detail = document.getElementById("detail");
  var rows = Array.prototype.slice.call(document.querySelectorAll("tbody tr"));
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, index) {
      var shown = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      row.hidden = !shown;
      count += shown ? 1 : 0;
    });
    found.textContent = words.length ? count + " of " + rows.length + " rows" : "";
    document.querySelectorAll("table.walk").forEach(reset);
  }

  function cells(row) {
    return Array.prototype.slice.call(row.querySelectorAll("td"));
  }

  function shownRows(table) {
    return rows.filter(function (row) { return table.contains(row) && !row.hidden; });
  }

  function reset(table) {
    table.querySelectorAll("td").forEach(function (cell) { cell.tabIndex = -1; });
    var first = shownRows(table)[0];
    if (first && cells(first)[0]) { cells(first)[0].tabIndex = 0; }
  }

  function tell(cell) {
    var text = cell ? cell.getAttribute("data-detail") : null;
    detail.textContent = text || "";
    detail.hidden = !text;
  }

  function reveal(cell) {
    var box = cell.closest(".scroll");
    var name = cell.parentNode.querySelector("th").getBoundingClientRect();
    var head = cell.closest("table").tHead.getBoundingClientRect();
    var place = cell.getBoundingClientRect();
    box.scrollLeft -= Math.max(0, name.right - place.left);
    box.scrollTop -= Math.max(0, head.bottom - place.top);
    place = cell.getBoundingClientRect();
    if (!detail.hidden) { window.scrollBy(0, Math.max(0, place.bottom - detail.getBoundingClientRect().top)); }
  }

  function move(cell, key, control) {
    var table = cell.closest("table");
    var lines = shownRows(table);
    var row = lines.indexOf(cell.parentNode);
    var column = cells(cell.parentNode).indexOf(cell);
    var last = cells(cell.parentNode).length - 1;
    if (key === "ArrowRight") { column += 1; }
    else if (key === "ArrowLeft") { column -= 1; }
    else if (key === "ArrowDown") { row += 1; }
    else if (key === "ArrowUp") { row -= 1; }
    else if (key === "Home") { column = 0; if (control) { row = 0; } }
    else if (key === "End") { column = last; if (control) { row = lines.length - 1; } }
    else { return false; }
    row = Math.max(0, Math.min(lines.length - 1, row));
    column = Math.max(0, Math.min(last, column));
    var next = cells(lines[row])[column];
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    return true;
  }

  document.querySelectorAll("table.walk").forEach(function (table) {
    table.setAttribute("role", "grid");
    table.querySelectorAll("td").forEach(function (cell) { cell.setAttribute("role", "gridcell"); });
    reset(table);
    table.addEventListener("focusin", function (event) {
      var cell = event.target.closest("td");
      tell(cell);
      if (cell) { reveal(cell); }
    });
    table.addEventListener("focusout", function () { tell(null); });
    table.addEventListener("click", function (event) {
      var cell = event.target.closest("td");
      if (cell) {
        table.querySelectorAll("td[tabindex='0']").forEach(function (other) { other.tabIndex = -1; });
        cell.tabIndex = 0;
        cell.focus();
      }
    });
    table.addEventListener("keydown", function (event) {
      var cell = event.target.closest("td");
      if (cell && !event.altKey && !event.metaKey && move(cell, event.key, event.ctrlKey)) { event.preventDefault(); }
    });
  });

  search.form.addEventListener("submit", function (event) { event.preventDefault(); });
  search.addEventListener("input", filter);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== search && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && document.activeElement === search) {
      search.value = "";
      filter();
    }
  });
}());
