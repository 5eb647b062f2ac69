(function () {
  'use strict';
  var text = document.getElementById('filter-text');
  var outcome = document.getElementById('filter-outcome');
  var count = document.getElementById('filter-count');
  var rows = Array.prototype.slice.call(document.querySelectorAll('#computer-table tbody tr'));
  function apply() {
    var wanted = text.value.trim().toLowerCase();
    var shown = 0;
    rows.forEach(function (row) {
      var match = (!outcome.value || row.getAttribute('data-outcome') === outcome.value)
        && row.textContent.toLowerCase().indexOf(wanted) >= 0;
      row.hidden = !match;
      shown += match ? 1 : 0;
    });
    count.textContent = shown + ' / ' + rows.length;
  }
  text.addEventListener('input', apply);
  outcome.addEventListener('change', apply);
  document.getElementById('filter').hidden = false;
  apply();
}());
