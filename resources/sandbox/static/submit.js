// Sends the only form of the page: the way on from one server to the next.
document.getElementById("hop").submit();
